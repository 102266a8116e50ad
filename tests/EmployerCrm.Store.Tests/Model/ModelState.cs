using System.Collections.Immutable;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Store.Tests.Model;

/// <summary>What the store should hold, in plain dictionaries; the rows of a few slots, so that steps meet each other's rows.</summary>
internal sealed record ModelState
{
    public ImmutableSortedDictionary<int, Visit> Visits { get; init; } = ImmutableSortedDictionary<int, Visit>.Empty;

    public ImmutableSortedDictionary<int, FollowUp> FollowUps { get; init; } = ImmutableSortedDictionary<int, FollowUp>.Empty;

    public ImmutableSortedDictionary<int, Employer> Employers { get; init; } = ImmutableSortedDictionary<int, Employer>.Empty;

    /// <summary>Null as long as nobody has changed it.</summary>
    public Client? Client { get; init; }

    public ImmutableSortedDictionary<int, ClientContact> Contacts { get; init; } = ImmutableSortedDictionary<int, ClientContact>.Empty;

    public ImmutableSortedDictionary<int, Placement> Jobs { get; init; } = ImmutableSortedDictionary<int, Placement>.Empty;

    public ImmutableSortedDictionary<int, ReceivedActivity> Received { get; init; } = ImmutableSortedDictionary<int, ReceivedActivity>.Empty;

    public ImmutableSortedDictionary<int, Draft> Drafts { get; init; } = ImmutableSortedDictionary<int, Draft>.Empty;

    public ImmutableSortedDictionary<int, StoredConversation> Conversations { get; init; } = ImmutableSortedDictionary<int, StoredConversation>.Empty;

    public ImmutableSortedDictionary<DateOnly, WeekTally> Counts { get; init; } = ImmutableSortedDictionary<DateOnly, WeekTally>.Empty;

    public IEnumerable<FollowUp> Owed => FollowUps.Values.Where(followUp => followUp.State == FollowUpState.Open)
        .OrderBy(followUp => followUp.DueOn is null).ThenBy(followUp => followUp.DueOn)
        .ThenBy(followUp => followUp.DueAt is null).ThenBy(followUp => followUp.DueAt).ThenBy(followUp => followUp.CreatedAt);

    public EmployerActivity? ActivityOf(Guid employerId, Guid specialistId)
    {
        var held = Visits.Values.Where(visit => visit.EmployerId == employerId && visit.State == VisitState.Held).ToList();
        return held.Count == 0 ? null : new EmployerActivity
        {
            EmployerId = employerId,
            SpecialistId = specialistId,
            Contacts = held.Count,
            Visits = held.Count(visit => visit.Channel == Channel.InPerson),
            FirstOn = held.Min(visit => visit.On),
            LastOn = held.Max(visit => visit.On),
        };
    }
}
