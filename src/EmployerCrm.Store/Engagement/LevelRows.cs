using EmployerCrm.Core.Engagement;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Engagement;

/// <summary>The history of levels, and what leads have set.</summary>
internal sealed class LevelRows(Session session)
{
    private const string ChangesSql = $"""
        select employer_id, changed_at, from_level, to_level, because, team_id
        from employer_level_changes
        where employer_id = @EmployerId and from_level <> to_level
        order by changed_at desc
        {Dialect.Page}
        """;

    private const string AddChangeSql = """
        insert into employer_level_changes (employer_id, changed_at, from_level, to_level, because, team_id)
        values (@EmployerId, @ChangedAt, @FromLevel, @ToLevel, @Because, @TeamId)
        """;

    private const string ProlongChangeSql = "update employer_level_changes set to_level = @ToLevel, because = @Because where employer_id = @EmployerId and changed_at = @ChangedAt";

    private const string OverrideSql = "select employer_id, level, reason, set_by_id, set_at, ends_on, version from employer_level_overrides where employer_id = @EmployerId";

    private const string AddOverrideSql = """
        insert into employer_level_overrides (employer_id, level, reason, set_by_id, set_at, ends_on, version)
        values (@EmployerId, @Level, @Reason, @SetById, @SetAt, @EndsOn, @Version)
        """;

    private const string SaveOverrideSql = """
        update employer_level_overrides
        set level = @Level, reason = @Reason, set_by_id = @SetById, set_at = @SetAt, ends_on = @EndsOn, version = @Version
        where employer_id = @EmployerId and version = @ExpectedVersion
        """;

    public async Task<IReadOnlyList<LevelChange>> OfAsync(Guid employerId, int most) =>
        await session.QueryAsync<LevelChange>(ChangesSql, new { EmployerId = employerId, Skip = 0, Take = most });

    public Task AddAsync(LevelChange change) => session.InsertOrUpdateAsync(AddChangeSql, ProlongChangeSql, change);

    public Task<LevelOverride?> OverrideAsync(Guid employerId) => session.SingleAsync<LevelOverride>(OverrideSql, new { EmployerId = employerId });

    public Task AddAsync(LevelOverride set) => session.ExecuteAsync(AddOverrideSql, set);

    public async Task<bool> SaveAsync(LevelOverride set, int expectedVersion) => await session.ExecuteAsync(
        SaveOverrideSql,
        new { set.EmployerId, set.Level, set.Reason, set.SetById, set.SetAt, set.EndsOn, set.Version, ExpectedVersion = expectedVersion }) > 0;
}
