using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>What care teams were told, each for a step that was done by it, and now and then what they said back about work.</summary>
internal static class SampleCareTeam
{
    private const double Answered = 0.3;

    private static readonly string[] With = ["care coordinator", "clinical record", "team meeting"];

    private static readonly string[] Said =
    [
        "Later starts would suit until the end of the month.", "Glad that it goes well; would like to hear in a month.", "Appointments can move to Thursday afternoons.",
        "More hours are fine from their side.", "Would like to be there when hours change.",
    ];

    public static IReadOnlyList<CareTeamUpdate> Updates(SampleSource source, IEnumerable<FollowUp> steps, IReadOnlyDictionary<Guid, Client> clients, IReadOnlyDictionary<Guid, Placement> placements) =>
    [
        .. steps.Where(step => step is { Kind: FollowUpKind.CareTeamUpdate, State: FollowUpState.Done }).Select(step => new CareTeamUpdate
        {
            Id = source.NewId(step.DoneAt!.Value), ClientId = step.ClientId!.Value, TeamId = step.TeamId, FollowUpId = step.Id, Text = Text(step, clients[step.ClientId.Value], placements[step.PlacementId!.Value]),
            SharedWith = source.Pick(With), SharedOn = DateOnly.FromDateTime(LondonClock.ToLocal(step.DoneAt.Value)), RecordedById = step.OwnerId, RecordedAt = step.DoneAt.Value, Version = 1,
        }),
    ];

    public static IReadOnlyList<LiaisonContact> Liaison(SampleSource source, IEnumerable<CareTeamUpdate> updates) =>
    [
        .. updates.Where(_ => source.Chance(Answered)).Select(update => (Update: update, On: update.SharedOn.AddDays(source.Between(1, 6)))).Where(said => said.On < source.Today && said.On.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(said => new LiaisonContact
            {
                Id = source.NewId(source.OfficeHours(said.On)), ClientId = said.Update.ClientId, TeamId = said.Update.TeamId, On = said.On, Way = source.Chance(0.6) ? Channel.Phone : Channel.Email,
                WithWhom = "care coordinator", AboutWork = source.Pick(Said), RecordedById = said.Update.RecordedById, RecordedAt = source.OfficeHours(said.On), Version = 1,
            }),
    ];

    private static string Text(FollowUp step, Client client, Placement job)
    {
        var title = job.JobTitle ?? "a job";
        if (step.StepKey == "care-team-loss")
            return $"{client.Reference} is looking for work.\nThe last job ({title}) ended on {Day(job.EndsOn!.Value)}; the next search has begun.";
        var hours = job.MinutesAWeek is { } minutes ? string.Create(CultureInfo.InvariantCulture, $", {minutes / 60m:0.##} hours a week") : "";
        return step.StepKey == "care-team-start" ? $"{client.Reference} starts in work.\nJob: {title}{hours}, from {Day(job.StartsOn)}" : $"{client.Reference} is in work.\nJob: {title}{hours}, since {Day(job.StartsOn)}";
    }

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
