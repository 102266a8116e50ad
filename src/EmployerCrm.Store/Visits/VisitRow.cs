using EmployerCrm.Core.Visits;

namespace EmployerCrm.Store.Visits;

/// <summary>A visit as its row holds it: what was assumed stands in a column for each field, so that SQL can count it.</summary>
internal sealed record VisitRow
{
    public const string Columns = """
        id, employer_id, specialist_id, team_id, contact_id, client_id, state, channel, visited_on, visited_at, notes,
          purpose, purpose_assumed, reached, reached_assumed, client_present, client_present_assumed, client_specific, client_specific_assumed,
          matches_preferences, cancelled_because, nothing_next, logged_at, version
        """;

    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    public required Guid TeamId { get; init; }

    public Guid? ContactId { get; init; }

    public Guid? ClientId { get; init; }

    public required VisitState State { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly VisitedOn { get; init; }

    public TimeOnly? VisitedAt { get; init; }

    public string? Notes { get; init; }

    public required Purpose Purpose { get; init; }

    public required bool PurposeAssumed { get; init; }

    public required Reached Reached { get; init; }

    public required bool ReachedAssumed { get; init; }

    public required bool ClientPresent { get; init; }

    public required bool ClientPresentAssumed { get; init; }

    public required bool ClientSpecific { get; init; }

    public required bool ClientSpecificAssumed { get; init; }

    public bool? MatchesPreferences { get; init; }

    public string? CancelledBecause { get; init; }

    public required bool NothingNext { get; init; }

    public required DateTimeOffset LoggedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>The version that is saved over; of no meaning in a row that was read.</summary>
    public int ExpectedVersion { get; init; }

    public static VisitRow Of(Visit visit, int expectedVersion) => new()
    {
        Id = visit.Id,
        EmployerId = visit.EmployerId,
        SpecialistId = visit.SpecialistId,
        TeamId = visit.TeamId,
        ContactId = visit.ContactId,
        ClientId = visit.ClientId,
        State = visit.State,
        Channel = visit.Channel,
        VisitedOn = visit.On,
        VisitedAt = visit.At,
        Notes = visit.Notes,
        Purpose = visit.Facts.Purpose,
        PurposeAssumed = visit.Facts.IsAssumed(VisitFields.Purpose),
        Reached = visit.Facts.Reached,
        ReachedAssumed = visit.Facts.IsAssumed(VisitFields.Reached),
        ClientPresent = visit.Facts.ClientPresent,
        ClientPresentAssumed = visit.Facts.IsAssumed(VisitFields.ClientPresent),
        ClientSpecific = visit.Facts.ClientSpecific,
        ClientSpecificAssumed = visit.Facts.IsAssumed(VisitFields.ClientSpecific),
        MatchesPreferences = visit.Facts.MatchesPreferences,
        CancelledBecause = visit.CancelledBecause,
        NothingNext = visit.NothingNext,
        LoggedAt = visit.LoggedAt,
        Version = visit.Version,
        ExpectedVersion = expectedVersion,
    };

    public Visit ToVisit() => new()
    {
        Id = Id,
        EmployerId = EmployerId,
        SpecialistId = SpecialistId,
        TeamId = TeamId,
        ContactId = ContactId,
        ClientId = ClientId,
        State = State,
        Channel = Channel,
        On = VisitedOn,
        At = VisitedAt,
        Notes = Notes,
        Facts = new VisitFacts
        {
            Purpose = Purpose,
            Reached = Reached,
            ClientPresent = ClientPresent,
            ClientSpecific = ClientSpecific,
            MatchesPreferences = MatchesPreferences,
            Assumed = (PurposeAssumed ? VisitFields.Purpose : VisitFields.None)
                | (ReachedAssumed ? VisitFields.Reached : VisitFields.None)
                | (ClientPresentAssumed ? VisitFields.ClientPresent : VisitFields.None)
                | (ClientSpecificAssumed ? VisitFields.ClientSpecific : VisitFields.None),
        },
        CancelledBecause = CancelledBecause,
        NothingNext = NothingNext,
        LoggedAt = LoggedAt,
        Version = Version,
    };
}
