using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Records;

public abstract class OpenQuestionTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_id_of_somebody_elses_draft_is_refused_and_the_draft_stays()
    {
        var desk = await Desk.OpenAsync(database);
        var line = new KeepLine { Id = database.Ids.New(), Text = "visited frydays caff", TypedAt = desk.Now, Question = "employer", Answers = "{}", Typed = TypedTexts.None };
        await desk.OpenQuestions.AskAsync(desk.Rows.Actor, line, null, Token);

        var outcome = await desk.OpenQuestions.AskAsync(desk.Lead, line with { Text = "mine now" }, null, Token);

        Assert.Equal(RefusalReason.NotFound, outcome.Refusal!.Reason);
        Assert.Equal("visited frydays caff", (await desk.OpenQuestions.DraftAsync(desk.Rows.Actor, line.Id, Token))!.Text);
        Assert.NotNull((await desk.OpenQuestions.AskAsync(desk.Rows.Actor, line with { Question = "date" }, null, Token)).Value);
    }
}

public sealed class OpenQuestionsOnSqlite(SqliteDatabase database) : OpenQuestionTests(database), IClassFixture<SqliteDatabase>;

public sealed class OpenQuestionsOnSqlServer(SqlServerDatabase database) : OpenQuestionTests(database), IClassFixture<SqlServerDatabase>;
