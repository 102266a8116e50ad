using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Placements;
using Said = EmployerCrm.Bot.Reading.Acts.JobChanged;
using Verbs = EmployerCrm.Bot.Cards.Verbs;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"JS12 now starts Mon 7 Dec", "JS12 up to 20h from Monday": saved with what follows for what is owed, or asked which job or which day.</summary>
internal sealed class JobChangeLines(TurnDesk desk, ICrmStore store, ChoiceQuestions choices, JobChanges changes) : IButtonGroup
{
    public const string What = "what";
    public const string Start = "start";
    public const string Work = "work";

    /// <summary>A job that began longer ago is hardly meant by somebody who says that the start has moved.</summary>
    private const int DaysSinceStart = 14;

    /// <summary>What came of it; null where no such job is recorded and the line can be read as a job start.</summary>
    public async Task<TurnAnswer?> TypedAsync(Turn turn, string text, LineReading reading, Said said, CancellationToken cancellationToken)
    {
        if (said.IsClientDoubtful)
            return said.IsStart && reading is { Intent: Intent.JobStart, Employer: not null } ? null : await UnknownAsync(turn, text, cancellationToken);
        if (said.Clients is not [var client])
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("OneClientAtATime")), cancellationToken);
        var found = await changes.JobsAsync(turn.Actor, client, cancellationToken);
        if (found.Value is not { } shown)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Of(found.Refusal!)), cancellationToken);
        var jobs = Meant(shown, said);
        if (jobs.Count == 0 && said.IsStart && reading is { Intent: Intent.JobStart, Employer: not null })
            return null;
        if (jobs.Count == 0)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("NoJobToChange", client)), cancellationToken);
        if (said is { IsStart: true, StartsOn: null })
            return await choices.AskAsync(turn, WhichDay(client, jobs[0], turn.Today), cancellationToken);
        if (jobs is [var only] && !(said.IsStart && only.StartsOn < turn.Today.AddDays(-DaysSinceStart)))
            return await ChangeAsync(turn, Change(client, only.Id, said, turn.Today), cancellationToken);
        return await choices.AskAsync(turn, WhichJob(client, jobs, said), cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.ChangeJob || data.Text("client") is not { } client || data.Id("placement") is not { } placement)
            return null;
        var on = data.Date("on");
        return data.Text(What) switch
        {
            Start when on is not null => await ChangeAsync(turn, new ChangeJob { ClientReference = client, PlacementId = placement, StartsOn = on }, cancellationToken),
            Work => await ChangeAsync(
                turn, new ChangeJob { ClientReference = client, PlacementId = placement, ChangedOn = on, JobTitle = data.Text("title"), MinutesAWeek = data.Number("minutes") }, cancellationToken),
            _ => null,
        };
    }

    private async Task<TurnAnswer> UnknownAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var nearest = ClientReferences.Nearest(text, await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken));
        return await desk.AnswerAsync(
            turn, TurnAnswer.Say(nearest.Count == 0 ? Texts.Get("ClientStillUnknown") : Texts.Get("ClientStillUnknownNear", string.Join(", ", nearest))), cancellationToken);
    }

    /// <summary>The jobs it may be: at that employer, and of several the one that has not begun, where the first day is another.</summary>
    private static List<PlacementSummary> Meant(JobsShown shown, Said said)
    {
        var jobs = shown.Jobs.Where(job => said.Employers.Count == 0 || said.Employers.Any(employer => employer.Id == job.EmployerId)).ToList();
        return said.IsStart && jobs.FindAll(job => job.Span.IsToCome(shown.Today)) is { Count: > 0 } toCome ? toCome : jobs;
    }

    private static ChangeJob Change(string client, Guid placement, Said said, DateOnly today) => new()
    {
        ClientReference = client, PlacementId = placement, StartsOn = said.StartsOn, JobTitle = said.JobTitle, MinutesAWeek = said.MinutesAWeek,
        ChangedOn = said.IsStart || !said.IsChange ? null : said.From ?? today,
    };

    private Task<TurnAnswer> ChangeAsync(Turn turn, ChangeJob change, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<JobChanged>>(
        turn,
        also => changes.ChangeAsync(turn.Actor, change with { Guard = turn.Guard }, also, cancellationToken),
        outcome => outcome.Value is { Job: { } job } changed
            ? TurnAnswer.Put(JobChangeCard.Build(changed, job, change.ChangedOn), CardKinds.JobStart, job.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal ?? new Refusal(RefusalReason.NotFound))));

    private static ChoiceQuestion WhichJob(string client, List<PlacementSummary> jobs, Said said)
    {
        var on = said.IsStart ? said.StartsOn : said.IsChange ? said.From : null;
        Choice Of(PlacementSummary job) => With(
            ChoiceData.To(JobEndCard.Title(job), Verbs.ChangeJob, ("client", client), ("placement", job.Id), ("on", on), ("minutes", said.MinutesAWeek), ("title", said.JobTitle)), said.IsStart);
        return new ChoiceQuestion(
            Texts.Get("WhichJob"), jobs is [var only] ? Texts.Get("ChangeJobLongAgo", client, only.EmployerName) : Texts.Get("ChangeJobWhich", client),
            [.. jobs.Select(job => Of(job) with { Says = jobs.Count == 1 ? true : null })]);
    }

    private static Choice With(Choice choice, bool isStart) => choice with { Data = new Dictionary<string, string>(choice.Data, StringComparer.Ordinal) { [What] = isStart ? Start : Work } };

    private static ChoiceQuestion WhichDay(string client, PlacementSummary job, DateOnly today)
    {
        Choice On(string title, DateOnly? day) => With(ChoiceData.To(title, Verbs.ChangeJob, ("client", client), ("placement", job.Id), ("on", day)), isStart: true) with { Day = day };
        DateOnly[] mondays = [Weeks.StartOf(today).AddDays(7), Weeks.StartOf(today).AddDays(14)];
        return new ChoiceQuestion(Texts.Get("WhichDate"), Texts.Get("ChangeJobWhichDay", client, JobEndCard.Title(job)), [.. mondays.Select(day => On(DayText.WithDistance(day, today), day))])
        {
            OtherDay = On(Texts.Get("UseDate"), null), IsAhead = true,
        };
    }
}
