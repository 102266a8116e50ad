using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.FollowUps;

public interface IFollowUpRecords
{
    Task<FollowUp?> FollowUpAsync(Guid id);

    /// <summary>Follow-ups by id with their names, in any order; those that are gone are absent.</summary>
    Task<IReadOnlyList<FollowUpSummary>> SummariesAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>
    /// The owner's open follow-ups due on or before <paramref name="upTo"/> (all when null, those without a date last), earliest first;
    /// of one day those with a time come first, by their time.
    /// </summary>
    Task<IReadOnlyList<FollowUpSummary>> OpenOfOwnerAsync(Guid ownerId, DateOnly? upTo);

    /// <summary>How many <see cref="OpenOfOwnerAsync"/> would list.</summary>
    Task<int> CountOpenOfOwnerAsync(Guid ownerId, DateOnly upTo);

    /// <summary>Open follow-ups promised at this visit.</summary>
    Task<IReadOnlyList<FollowUp>> OfVisitAsync(Guid visitId);

    /// <summary>Open follow-ups about this client, anybody's, in the order of a due list.</summary>
    Task<IReadOnlyList<FollowUpSummary>> OpenOfClientAsync(Guid clientId);

    /// <summary>Everything that the schedule of this placement has created, done and cancelled too, in the order of the days.</summary>
    Task<IReadOnlyList<FollowUp>> OfPlacementAsync(Guid placementId);

    /// <summary>Open follow-ups about this client that a schedule or a permission owes, in the order of the days.</summary>
    Task<IReadOnlyList<FollowUp>> OpenStepsOfClientAsync(Guid clientId);

    /// <summary>What this visit or client contact did, in the order of the days.</summary>
    Task<IReadOnlyList<FollowUp>> DoneThroughAsync(Guid contactId);

    /// <summary>Of each client that is not closed, of the team or of one owner, the contact that is owed next.</summary>
    Task<IReadOnlyList<NextContact>> NextContactsAsync(Guid teamId, Guid? ownerId);

    /// <summary>The owner's open follow-ups as rows.</summary>
    Task<IReadOnlyList<FollowUp>> OpenRowsOfOwnerAsync(Guid ownerId);

    /// <summary>The team's open follow-ups due on or before a day, the earliest first.</summary>
    Task<IReadOnlyList<FollowUpSummary>> DueOfTeamAsync(Guid teamId, DateOnly upTo);

    /// <summary>Everything open of the team, in the order of <see cref="OpenOfOwnerAsync"/>.</summary>
    Task<IReadOnlyList<FollowUpSummary>> OpenOfTeamAsync(Guid teamId);

    Task<IReadOnlyList<FollowUpComment>> CommentsAsync(Guid followUpId);

    Task AddAsync(FollowUpComment comment);

    Task AddAsync(FollowUp followUp);

    /// <summary>Saves the follow-up when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> SaveAsync(FollowUp followUp, int expectedVersion);

    /// <summary>Removes the follow-up when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveAsync(Guid id, int expectedVersion);
}
