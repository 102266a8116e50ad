using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.People;

internal sealed class SettingsRecords(Session session) : ISettingsRecords
{
    private const string Columns = """
        specialist_id, digest_at, time_zone, working_days, quiet_from, quiet_until, language, count_on_cards, wrap_up, all_clear, lead_summary, digest_asked_at,
        version
        """;

    private const string OfSql = $"select {Columns} from person_settings where specialist_id = @Id";

    private const string OfManySql = $"select {Columns} from person_settings where specialist_id in @Ids";

    private const string AddSql = $"""
        insert into person_settings ({Columns})
        values (@SpecialistId, @DigestAt, @TimeZone, @WorkingDays, @QuietFrom, @QuietUntil, @Language, @CountOnCards, @WrapUp, @AllClear, @LeadSummary,
          @DigestAskedAt, @Version)
        """;

    private const string SaveSql = """
        update person_settings
        set digest_at = @DigestAt, time_zone = @TimeZone, working_days = @WorkingDays, quiet_from = @QuietFrom, quiet_until = @QuietUntil, language = @Language,
          count_on_cards = @CountOnCards, wrap_up = @WrapUp, all_clear = @AllClear, lead_summary = @LeadSummary, digest_asked_at = @DigestAskedAt,
          version = @Version
        where specialist_id = @SpecialistId and version = @ExpectedVersion
        """;

    private const string LeaveColumns = "l.id, l.specialist_id, l.first_day as [From], l.last_day as [To], l.cover_id, l.version";

    private const string LeaveSql = $"select {LeaveColumns} from leave_periods l where l.id = @Id";

    private const string LeaveOfSql = $"select {LeaveColumns} from leave_periods l where l.specialist_id = @Id and l.last_day >= @First order by l.first_day";

    private const string LeaveOfManySql = $"""
        select {LeaveColumns}
        from leave_periods l
        where l.specialist_id in @Ids and l.last_day >= @First and l.first_day <= @Last
        order by l.specialist_id, l.first_day
        """;

    private const string LeaveOfTeamSql = $"""
        select {LeaveColumns}
        from leave_periods l
        inner join specialists s on s.id = l.specialist_id
        where s.team_id = @TeamId and l.last_day >= @First and l.first_day <= @Last
        order by l.first_day, s.name
        """;

    private const string CoveredBySql = $"""
        select {LeaveColumns}
        from leave_periods l
        where l.cover_id = @Id and l.last_day >= @First and l.first_day <= @Last
        order by l.first_day
        """;

    private const string AddLeaveSql = """
        insert into leave_periods (id, specialist_id, first_day, last_day, cover_id, version)
        values (@Id, @SpecialistId, @First, @Last, @CoverId, @Version)
        """;

    private const string SaveLeaveSql = """
        update leave_periods
        set first_day = @First, last_day = @Last, cover_id = @CoverId, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveLeaveSql = "delete from leave_periods where id = @Id and version = @Version";

    public async Task<PersonSettings> OfAsync(Guid specialistId) => (await session.RememberedAsync(known => known.Settings, specialistId, ReadAsync))!;

    public async Task<IReadOnlyDictionary<Guid, PersonSettings>> OfAsync(IReadOnlyCollection<Guid> specialistIds)
    {
        var stored = (await session.QueryInChunksAsync<PersonSettings, Guid>(OfManySql, specialistIds, ids => new { Ids = ids })).ToDictionary(settings => settings.SpecialistId);
        return specialistIds.Distinct().ToDictionary(id => id, id => stored.GetValueOrDefault(id) ?? PersonSettings.UsualOf(id));
    }

    public async Task<bool> SaveAsync(PersonSettings settings, int expectedVersion)
    {
        if (expectedVersion > 0)
            return await session.ExecuteAsync(SaveSql, Values(settings, expectedVersion)) > 0;
        if (await ReadAsync(settings.SpecialistId) is { Version: > 0 })
            return false;
        return await session.ExecuteAsync(AddSql, settings) > 0;
    }

    public async Task<Leave?> LeaveAsync(Guid id) => await session.SingleAsync<Leave>(LeaveSql, new { Id = id });

    public async Task<IReadOnlyList<Leave>> LeaveAsync(Guid specialistId, DateOnly from) => await session.QueryAsync<Leave>(LeaveOfSql, new { Id = specialistId, First = from });

    public async Task<IReadOnlyList<Leave>> LeaveAsync(IReadOnlyCollection<Guid> specialistIds, DateOnly from, DateOnly to) =>
        await session.QueryInChunksAsync<Leave, Guid>(LeaveOfManySql, specialistIds, ids => new { Ids = ids, First = from, Last = to });

    public async Task<IReadOnlyList<Leave>> LeaveOfTeamAsync(Guid teamId, DateOnly from, DateOnly to) =>
        await session.QueryAsync<Leave>(LeaveOfTeamSql, new { TeamId = teamId, First = from, Last = to });

    public async Task<IReadOnlyList<Leave>> CoveredByAsync(Guid coverId, DateOnly from, DateOnly to) =>
        await session.QueryAsync<Leave>(CoveredBySql, new { Id = coverId, First = from, Last = to });

    public Task AddAsync(Leave leave) => session.ExecuteAsync(
        AddLeaveSql, new { leave.Id, leave.SpecialistId, First = leave.From, Last = leave.To, leave.CoverId, leave.Version });

    public async Task<bool> SaveAsync(Leave leave, int expectedVersion) => await session.ExecuteAsync(
        SaveLeaveSql, new { leave.Id, First = leave.From, Last = leave.To, leave.CoverId, leave.Version, ExpectedVersion = expectedVersion }) > 0;

    public async Task<bool> RemoveLeaveAsync(Guid id, int expectedVersion) => await session.ExecuteAsync(RemoveLeaveSql, new { Id = id, Version = expectedVersion }) > 0;

    private async Task<PersonSettings?> ReadAsync(Guid specialistId) =>
        await session.SingleAsync<PersonSettings>(OfSql, new { Id = specialistId }) ?? PersonSettings.UsualOf(specialistId);

    private static object Values(PersonSettings settings, int expectedVersion) => new
    {
        settings.SpecialistId, settings.DigestAt, settings.TimeZone, settings.WorkingDays, settings.QuietFrom, settings.QuietUntil, settings.Language, settings.CountOnCards,
        settings.WrapUp, settings.AllClear, settings.LeadSummary, settings.DigestAskedAt, settings.Version, ExpectedVersion = expectedVersion,
    };
}
