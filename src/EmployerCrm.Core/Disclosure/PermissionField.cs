using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Core.Disclosure;

/// <summary>The names of a permission's fields, in forms and problems.</summary>
public static class PermissionField
{
    public const string Wording = "wording";
    public const string Adjustments = "adjustments";

    /// <summary>What is missing for the level: a wording that may be told has to be agreed first, and so have adjustments.</summary>
    internal static IReadOnlyList<FieldProblem> Missing(GivePermission give)
    {
        var problems = new List<FieldProblem>();
        if (give.Level >= DisclosureLevel.AgreedWording && string.IsNullOrWhiteSpace(give.Wording))
            problems.Add(new FieldProblem(Wording, FieldReason.Missing));
        if (give.Level == DisclosureLevel.WordingAndAdjustments && string.IsNullOrWhiteSpace(give.Adjustments))
            problems.Add(new FieldProblem(Adjustments, FieldReason.Missing));
        return problems;
    }
}
