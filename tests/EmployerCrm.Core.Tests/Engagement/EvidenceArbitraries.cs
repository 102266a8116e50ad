using EmployerCrm.Core.Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Engagement;

/// <summary>Histories of an employer, over five years around a day.</summary>
internal static class EvidenceArbitraries
{
    public static readonly DateOnly Today = new(2026, 11, 18);

    private const int DaysBack = 1_700;
    private const int DaysAhead = 300;

    public static Gen<Evidence> Item() =>
        from kind in Gen.Elements(EvidenceKinds.All.ToArray())
        from days in Gen.Frequency((3, Gen.Choose(-400, 0)), (1, Gen.Choose(-DaysBack, DaysAhead)))
        from count in Gen.Choose(1, 3)
        select new Evidence(Today.AddDays(days), EvidenceCounts.Of(kind, count));

    public static Gen<Evidence[]> History() => from length in Gen.Choose(0, 25) from items in Item().ArrayOf(length) select items;

    public static Gen<DateOnly> Day() => from days in Gen.Choose(-DaysBack, DaysAhead + 1_600) select Today.AddDays(days);
}
