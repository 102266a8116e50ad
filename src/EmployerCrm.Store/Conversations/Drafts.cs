using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

internal sealed class Drafts(Session session)
{
    private const string Columns = "id, specialist_id, text, typed_at, question, answers, expires_at, version";

    private const string DraftSql = $"select {Columns} from drafts where id = @Id";

    private const string DraftsOfSql = $"select {Columns} from drafts where specialist_id = @SpecialistId and expires_at > @Now order by typed_at desc";

    private const string AnyDraftSql = $"""
        select id
        from drafts
        where specialist_id = @SpecialistId and expires_at > @Now
        order by typed_at desc
        {Dialect.Page}
        """;

    private const string AddDraftSql = """
        insert into drafts (id, specialist_id, text, typed_at, question, answers, expires_at, version)
        values (@Id, @SpecialistId, @Text, @TypedAt, @Question, @Answers, @ExpiresAt, @Version)
        """;

    private const string SaveDraftSql = """
        update drafts
        set text = @Text, typed_at = @TypedAt, question = @Question, answers = @Answers, expires_at = @ExpiresAt, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveDraftSql = "delete from drafts where id = @Id";

    private const string ForgetDraftsSql = "delete from drafts where expires_at < @Before";

    public Task<Draft?> OfIdAsync(Guid id) => session.SingleAsync<Draft>(DraftSql, new { Id = id });

    public async Task<IReadOnlyList<Draft>> OfSpecialistAsync(Guid specialistId, DateTimeOffset now) =>
        await session.QueryAsync<Draft>(DraftsOfSql, new { SpecialistId = specialistId, Now = now });

    public async Task<bool> AreOfSpecialistAsync(Guid specialistId, DateTimeOffset now) =>
        (await session.QueryAsync<Guid>(AnyDraftSql, new { SpecialistId = specialistId, Now = now, Skip = 0, Take = 1 })).Count > 0;

    public Task AddAsync(Draft draft) => session.ExecuteAsync(AddDraftSql, draft);

    public async Task<bool> SaveAsync(Draft draft, int expectedVersion) => await session.ExecuteAsync(
        SaveDraftSql,
        new { draft.Id, draft.Text, draft.TypedAt, draft.Question, draft.Answers, draft.ExpiresAt, draft.Version, ExpectedVersion = expectedVersion }) > 0;

    public Task RemoveAsync(Guid id) => session.ExecuteAsync(RemoveDraftSql, new { Id = id });

    public Task<int> ForgetAsync(DateTimeOffset before) => session.ExecuteAsync(ForgetDraftsSql, new { Before = before });
}
