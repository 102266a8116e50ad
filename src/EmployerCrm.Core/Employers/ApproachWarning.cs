namespace EmployerCrm.Core.Employers;

/// <summary>What somebody ought to know before they approach an employer.</summary>
/// <param name="DoNotApproachSince">Since when nobody is to approach the employer at all.</param>
/// <param name="NotToApproach">People there who object to being approached on any channel.</param>
/// <param name="Colleague">The colleague who was there last, within <see cref="Months"/> months, when the person has never been there; of those still at work if any is.</param>
/// <param name="Planned">A visit that a colleague has planned.</param>
public sealed record ApproachWarning(
    DateOnly? DoNotApproachSince, IReadOnlyList<Contact> NotToApproach, KnowingColleague? Colleague, EmployerContactMade? Planned)
{
    /// <summary>Another's activity within this time is to be shown before a first approach (S).</summary>
    public const int Months = 6;

    public bool IsEmpty => DoNotApproachSince is null && NotToApproach.Count == 0 && Colleague is null && Planned is null;

    public static ApproachWarning Of(EmployerOverview overview, Guid specialistId, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(overview);
        var isFirst = overview.KnownBy.All(colleague => colleague.SpecialistId != specialistId);
        var recent = isFirst ? overview.KnownBy.Where(colleague => colleague.LastOn >= today.AddMonths(-Months)).ToList() : [];
        return new ApproachWarning(
            overview.Employer.DoNotApproachSince,
            [.. overview.People.Where(person => person is { IsNotToBeApproached: true, LeftOn: null })],
            recent.FirstOrDefault(colleague => colleague.LeftOn is null || colleague.LeftOn >= today) ?? recent.FirstOrDefault(),
            overview.NextPlanned is { } planned && planned.SpecialistId != specialistId ? planned : null);
    }
}
