using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Undo;

internal sealed class UndoRecords(Session session) : IUndoRecords
{
    private const string StepSql = "select id, specialist_id, kind, subject_id, rows, created_at, undone_at from undo_steps where id = @Id";

    private const string LatestSql = $"""
        select id, specialist_id, kind, subject_id, rows, created_at, undone_at
        from undo_steps
        where specialist_id = @SpecialistId and undone_at is null and created_at > @After
        order by created_at desc
        {Dialect.Page}
        """;

    private const string LatestOfSubjectSql = $"""
        select id, specialist_id, kind, subject_id, rows, created_at, undone_at
        from undo_steps
        where subject_id = @SubjectId and undone_at is null
        order by created_at desc
        {Dialect.Page}
        """;

    private const string OpenOfSubjectSql = """
        select id, specialist_id, kind, subject_id, rows, created_at, undone_at
        from undo_steps
        where subject_id = @SubjectId and undone_at is null
        order by created_at desc
        """;

    private const string OpenOfSpecialistSql = """
        select id, specialist_id, kind, subject_id, rows, created_at, undone_at
        from undo_steps
        where specialist_id = @SpecialistId and undone_at is null and created_at > @After
        order by created_at desc
        """;

    private const string AddStepSql = """
        insert into undo_steps (id, specialist_id, kind, subject_id, rows, created_at, undone_at)
        values (@Id, @SpecialistId, @Kind, @SubjectId, @Rows, @CreatedAt, @UndoneAt)
        """;

    private const string SaveRowsSql = "update undo_steps set rows = @Rows where id = @Id";

    private const string UndoneSql = "update undo_steps set undone_at = @At where id = @Id and undone_at is null";

    public Task<UndoStep?> StepAsync(Guid id) => session.SingleAsync<UndoStep>(StepSql, new { Id = id });

    public Task<UndoStep?> LatestAsync(Guid specialistId, DateTimeOffset after) =>
        session.SingleAsync<UndoStep>(LatestSql, new { SpecialistId = specialistId, After = after, Skip = 0, Take = 1 });

    public Task<UndoStep?> LatestOfSubjectAsync(Guid subjectId) =>
        session.SingleAsync<UndoStep>(LatestOfSubjectSql, new { SubjectId = subjectId, Skip = 0, Take = 1 });

    public async Task<IReadOnlyList<UndoStep>> OpenOfSubjectAsync(Guid subjectId) => await session.QueryAsync<UndoStep>(OpenOfSubjectSql, new { SubjectId = subjectId });

    public async Task<IReadOnlyList<UndoStep>> OpenOfSpecialistAsync(Guid specialistId, DateTimeOffset after) =>
        await session.QueryAsync<UndoStep>(OpenOfSpecialistSql, new { SpecialistId = specialistId, After = after });

    public Task AddAsync(UndoStep step) => session.ExecuteAsync(AddStepSql, step);

    public Task SaveRowsAsync(Guid id, string rows) => session.ExecuteAsync(SaveRowsSql, new { Id = id, Rows = rows });

    public async Task<bool> UndoneAsync(Guid id, DateTimeOffset at) => await session.ExecuteAsync(UndoneSql, new { Id = id, At = at }) > 0;
}
