using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>The list of what is overdue for long.</summary>
/// <param name="PersonId">Whose is looked at; null for all.</param>
/// <param name="AfterWorkingDays">From how many working days on something stands here.</param>
/// <param name="ToLog">The follow-up just done that was a contact too, and can be logged as one.</param>
public sealed record OverdueView(Escalated Late, Guid? PersonId, int AfterWorkingDays, Guid? ToLog)
{
    /// <summary>How many each person has, most first.</summary>
    public IReadOnlyList<PersonLate> People { get; } =
    [
        .. Late.Late.GroupBy(late => (late.Item.OwnerId, late.Item.OwnerName)).Select(group => new PersonLate(group.Key.OwnerId, group.Key.OwnerName, [.. group.OrderByDescending(late => late.WorkingDays)]))
            .OrderByDescending(person => person.Late.Count).ThenBy(person => person.Name, StringComparer.CurrentCulture),
    ];

    public IEnumerable<PersonLate> Shown => People.Where(person => PersonId is null || person.Id == PersonId);

    public string Here => PersonId is null ? OverdueEndpoints.Root : $"{OverdueEndpoints.Root}?{OverdueEndpoints.Person}={PersonId}";
}

/// <summary>What somebody has left undone, the longest overdue first.</summary>
public sealed record PersonLate(Guid Id, string Name, IReadOnlyList<EscalatedItem> Late);
