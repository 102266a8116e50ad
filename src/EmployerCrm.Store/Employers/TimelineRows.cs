using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>What happened at an employer, from every source, each read from the latest backwards and no further than a page goes.</summary>
internal sealed class TimelineRows(Session session)
{
    private const string VisitsSql = $"""
        select v.id, v.visited_on as [On], v.logged_at as [At], v.visited_at as [Time], v.team_id, v.channel, v.state, s.name as [By],
          case when v.team_id = @TeamId then v.notes end as notes, case when v.team_id = @TeamId then v.purpose end as purpose,
          case when v.team_id = @TeamId then c.reference end as client_reference, case when v.team_id = @TeamId then p.name end as contact_name
        from visits v
          inner join specialists s on s.id = v.specialist_id
          left join clients c on c.id = v.client_id
          left join contacts p on p.id = v.contact_id
        where v.employer_id = @EmployerId and v.visited_on <= @On and (v.visited_on < @On or v.logged_at <= @At) and v.state <> 'Cancelled'
        order by v.visited_on desc, v.logged_at desc
        {Dialect.Page}
        """;

    private const string OpeningsSql = $"""
        select o.id, o.recorded_at as [At], o.team_id, o.job as [Text], s.name as [By]
        from openings o
          inner join specialists s on s.id = o.recorded_by_id
        where o.employer_id = @EmployerId and o.recorded_at <= @UpTo
        order by o.recorded_at desc
        {Dialect.Page}
        """;

    private const string LevelsSql = $"""
        select changed_at, from_level, to_level, because, team_id
        from employer_level_changes
        where employer_id = @EmployerId and changed_at <= @UpTo and from_level <> to_level
        order by changed_at desc
        {Dialect.Page}
        """;

    private const string JobsSql = """
        select p.id, p.recorded_at as [At], p.team_id, p.starts_on, p.ends_on, c.reference as [Text], s.name as [By]
        from placements p
          inner join clients c on c.id = p.client_id
          inner join specialists s on s.id = p.specialist_id
        where p.employer_id = @EmployerId and p.team_id = @TeamId
        """;

    /// <summary>Read beyond the page, so that entries of one instant are read together.</summary>
    private const int Slack = EmployerTimeline.LargestSkip;

    private static readonly TimelinePlace Beginning = new(DateOnly.MaxValue, new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), 0);

    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(Guid employerId, Guid? teamId, TimelinePlace? before, int most)
    {
        var place = before ?? Beginning;
        var upTo = before?.UpTo ?? Beginning.At;
        var page = new { EmployerId = employerId, TeamId = teamId, place.On, place.At, UpTo = upTo, Skip = 0, Take = most + Slack };
        var entries = new List<TimelineEntry>();
        entries.AddRange((await session.QueryAsync<VisitRow>(VisitsSql, page)).Select(row => row.Entry(teamId)));
        entries.AddRange((await session.QueryAsync<SimpleRow>(OpeningsSql, page)).Select(row => row.Entry(TimelineKind.Opening)));
        entries.AddRange((await session.QueryAsync<LevelRow>(LevelsSql, page)).Select(row => row.Entry(employerId, teamId)));
        entries.AddRange(await new TimelineChanges(session).OfAsync(employerId, upTo, most + Slack));
        if (teamId is not null)
            entries.AddRange((await session.QueryAsync<JobRow>(JobsSql, page)).SelectMany(row => row.Entries).Where(entry => entry.On < place.On || (entry.On == place.On && entry.At <= place.At)));
        return entries;
    }

    internal static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LondonClock.ToLocal(at));

    private sealed record VisitRow
    {
        public required Guid Id { get; init; }

        public required DateOnly On { get; init; }

        public required DateTimeOffset At { get; init; }

        public TimeOnly? Time { get; init; }

        public required Guid TeamId { get; init; }

        public required Channel Channel { get; init; }

        public required VisitState State { get; init; }

        public required string By { get; init; }

        public string? Notes { get; init; }

        public Purpose? Purpose { get; init; }

        public string? ClientReference { get; init; }

        public string? ContactName { get; init; }

        public TimelineEntry Entry(Guid? teamId) => new()
        {
            Kind = TimelineKind.Visit, On = On, At = At, RecordId = Id, By = By, TeamId = TeamId,
            Visit = new TimelineVisit
            {
                Channel = Channel, State = State, Time = Time, IsOwnTeams = TeamId == teamId, Notes = Notes, ClientReference = ClientReference, ContactName = ContactName,
                Purpose = Purpose,
            },
        };
    }

    private sealed record SimpleRow
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required Guid TeamId { get; init; }

        public required string Text { get; init; }

        public required string By { get; init; }

        public TimelineEntry Entry(TimelineKind kind) => new() { Kind = kind, On = DayOf(At), At = At, RecordId = Id, By = By, TeamId = TeamId, Text = Text };
    }

    private sealed record LevelRow
    {
        public required DateTimeOffset ChangedAt { get; init; }

        public required int FromLevel { get; init; }

        public required int ToLevel { get; init; }

        public required LevelReason Because { get; init; }

        public Guid? TeamId { get; init; }

        public TimelineEntry Entry(Guid employerId, Guid? teamId) => new()
        {
            Kind = TimelineKind.LevelChanged, On = DayOf(ChangedAt), At = ChangedAt, RecordId = employerId, TeamId = Because == LevelReason.Clients ? null : TeamId,
            Level = new LevelStep(FromLevel, ToLevel, ChangedAt, Because != LevelReason.Clients || (teamId is not null && TeamId == teamId) ? Because : null),
        };
    }

    private sealed record JobRow
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required Guid TeamId { get; init; }

        public required DateOnly StartsOn { get; init; }

        public DateOnly? EndsOn { get; init; }

        public required string Text { get; init; }

        public required string By { get; init; }

        public IEnumerable<TimelineEntry> Entries => EndsOn is { } ended ? [Entry(TimelineKind.JobStarted, StartsOn), Entry(TimelineKind.JobEnded, ended)] : [Entry(TimelineKind.JobStarted, StartsOn)];

        private TimelineEntry Entry(TimelineKind kind, DateOnly on) => new() { Kind = kind, On = on, At = At, RecordId = Id, By = By, TeamId = TeamId, Text = Text };
    }
}
