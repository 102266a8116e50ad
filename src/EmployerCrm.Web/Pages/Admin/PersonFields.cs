using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>The fields of the forms about people and teams, and where a refusal is shown.</summary>
internal static class PersonFields
{
    public const string Name = "name";
    public const string ObjectId = "object-id";
    public const string Team = "team";
    public const string Role = "role";
    public const string Target = "target";
    public const string Version = "version";
    public const string LeftOn = "left-on";
    public const string HandOverTo = "hand-over-to";
    public const string Nation = "nation";

    public static IEnumerable<FieldOption> Teams(IEnumerable<Team> teams) => teams.Select(team => new FieldOption(team.Id.ToString(), team.Name));

    /// <summary>Puts the sentence of a refusal beside the field that it is about.</summary>
    public static FormState Refuse(this FormState form, Refusal refusal, string teamField = Team) => form.Refuse(
        refusal.Reason switch
        {
            RefusalReason.NameMissing or RefusalReason.TextTooLong or RefusalReason.TeamThereAlready => Name,
            RefusalReason.ObjectIdUnlikely or RefusalReason.PersonThereAlready => ObjectId,
            RefusalReason.TeamUnknown => teamField,
            RefusalReason.TargetUnlikely => Target,
            RefusalReason.LastAdmin when form.Value(LeftOn) is null => Role,
            RefusalReason.FutureDate => LeftOn,
            RefusalReason.NobodyToTakeOver => HandOverTo,
            _ => "",
        },
        AdminTexts.Of(refusal));

    /// <summary>The form with what a person's record holds.</summary>
    public static FormState Of(Specialist person) => new FormState().With(Name, person.Name).With(ObjectId, person.ObjectId).With(Role, person.Role).With(Target, person.WeeklyTarget);
}
