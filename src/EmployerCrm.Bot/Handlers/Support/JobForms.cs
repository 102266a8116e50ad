using System.Globalization;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>A job by a form: its start, for those who prefer one, and the facts that a line leaves unsaid.</summary>
internal sealed class JobForms(TurnDesk desk, MyClients clients, JobChanges changes, JobStartLine starts, LineReadings readings) : IButtonGroup
{
    private const string AnyEmployer = "?";

    /// <summary>Whether the text asks for the form of a job start and for nothing else.</summary>
    /// <param name="key">The message, folded.</param>
    public static bool IsAsked(string key) => key is "job start" or "job start form" or "new job" or "new job start" or "log job start" or "log a job start" or "record a job start" or "add a job" or "add job";

    public Task<TurnAnswer> OpenAsync(Turn turn, CancellationToken cancellationToken) => StartAsync(turn, new JobStartValues(null, null, null, null, null), null, cancellationToken);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.OpenJobStart => await StartAsync(turn, new JobStartValues(data.Text("client"), null, null, null, null), null, cancellationToken),
        Verbs.SaveJobStart => await SaveStartAsync(turn, Values(data), cancellationToken),
        Verbs.OpenJob when data.Id("placement") is { } placement => await FactsAsync(turn, placement, null, null, cancellationToken),
        Verbs.OpenJob when data.Text("client") is { } client => await OfClientAsync(turn, client, cancellationToken),
        Verbs.SaveJob when data.Id("placement") is { } placement && data.Text("client") is { } client => await SaveFactsAsync(turn, placement, client, data, cancellationToken),
        _ => null,
    };

    /// <summary>The form of the client's job; of several the one that began last, or begins next.</summary>
    public async Task<TurnAnswer> OfClientAsync(Turn turn, string client, CancellationToken cancellationToken)
    {
        var found = await changes.JobsAsync(turn.Actor, client, cancellationToken);
        return found.Value switch
        {
            null => await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Of(found.Refusal!)), cancellationToken),
            { Jobs: [var job, ..] } => await FactsAsync(turn, job.Id, null, null, cancellationToken),
            _ => await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("NoJobToChange", client)), cancellationToken),
        };
    }

    private Task<TurnAnswer> StartAsync(Turn turn, JobStartValues values, string? problem, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientsShown>>(
        turn,
        also => clients.ShowAsync(turn.Actor, ownOnly: false, also, cancellationToken),
        outcome => outcome.Value is not { } shown ? TurnAnswer.PutText(Texts.Of(outcome.Refusal!))
            : shown.Clients.Count == 0 ? TurnAnswer.PutText(Texts.Get("MyClientsNone"))
            : TurnAnswer.Put(JobFormCards.Start(shown, values, problem), CardKinds.Question));

    /// <summary>Goes the way of a typed line, so that an employer who may be several is asked about.</summary>
    private async Task<TurnAnswer> SaveStartAsync(Turn turn, JobStartValues values, CancellationToken cancellationToken)
    {
        if (Problem(values, turn.Today) is { } problem)
            return await StartAsync(turn, values, problem, cancellationToken);
        var (employer, on) = (values.Employer!, values.StartsOn!.Value);
        var title = string.Join(' ', new[] { values.Title, Minutes(values.Hours) is { } minutes ? JobFormCards.Hours(minutes) + "h" : null }.OfType<string>());
        var text = $"job start: {values.Client}, {employer}, {(title.Length == 0 ? "" : title + ", ")}{on.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
        var named = await readings.OfNameAsync(turn.Actor, employer, turn.TypedAt, cancellationToken);
        var reading = named with { Intent = Reading.Intent.JobStart, Client = values.Client, Date = on, Title = title.Length == 0 ? null : title };
        return await starts.FilledAsync(turn, text, reading, new LineAnswers(On: on, Client: values.Client), cancellationToken);
    }

    private static string? Problem(JobStartValues values, DateOnly today)
    {
        var missing = values.Client is null ? "ErrorClientNeeded" : values.Employer is null ? "ErrorNameNeeded" : values.StartsOn is null ? "ErrorDateNeeded" : null;
        if (missing is not null)
            return Texts.Get(missing);
        var start = new RecordJobStart { ClientReference = values.Client!, NewEmployerName = AnyEmployer, JobTitle = values.Title, StartsOn = values.StartsOn!.Value, MinutesAWeek = values.Hours is null ? null : Minutes(values.Hours) ?? 0 };
        return PlacementRules.Check(start, today) is { } refusal ? Texts.Of(refusal) : null;
    }

    private Task<TurnAnswer> FactsAsync(Turn turn, Guid placement, ButtonFields? filled, string? problem, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<JobFacts>>(
        turn,
        also => changes.FactsAsync(turn.Actor, placement, also, cancellationToken),
        outcome => outcome.Value is { } facts
            ? TurnAnswer.Put(JobFormCards.Facts(facts, filled, problem), CardKinds.JobStart, placement)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> SaveFactsAsync(Turn turn, Guid placement, string client, ButtonData data, CancellationToken cancellationToken)
    {
        var hours = Trimmed(data.Text(JobFormCards.HoursAWeek));
        var change = new ChangeJob
        {
            ClientReference = client, PlacementId = placement, JobTitle = Trimmed(data.Text(JobFormCards.Title)), MinutesAWeek = hours is null ? null : Minutes(hours) ?? 0,
            ContactId = data.Id(JobFormCards.Contact), SocMajorGroup = data.Number(JobFormCards.JobType), AtLeastMinimumWage = Said(data, JobFormCards.MinimumWage),
            Permanent = Said(data, JobFormCards.Permanent), Competitive = Said(data, JobFormCards.Competitive), PreferencesMet = Said(data, JobFormCards.Preferences), Guard = turn.Guard,
        };
        var facts = (await changes.FactsAsync(turn.Actor, placement, null, cancellationToken)).Value;
        return await desk.AnswerAsync<Outcome<JobChanged>>(
            turn,
            also => changes.ChangeAsync(turn.Actor, change, also, cancellationToken),
            outcome => outcome.Value is { Job: { } job } changed ? TurnAnswer.Put(JobChangeCard.Build(changed, job), CardKinds.JobStart, job.Id)
                : facts is null ? TurnAnswer.PutText(Texts.Of(outcome.Refusal ?? new Refusal(RefusalReason.NotFound)))
                : Again(facts, data, outcome.Refusal ?? new Refusal(RefusalReason.NotFound)));
    }

    /// <summary>What was filled in stands in the fields again; a title that nothing was saved of is not stored with the card.</summary>
    private static TurnAnswer Again(JobFacts facts, ButtonData data, Refusal refusal)
    {
        var stored = JobFormCards.Facts(facts, new ButtonFields(field => field == JobFormCards.Title ? null : data.Text(field)), Texts.Of(refusal));
        return TurnAnswer.Put(stored, CardKinds.JobStart, facts.Job.Id).Showing(JobFormCards.Facts(facts, new ButtonFields(data.Text), Texts.Of(refusal)));
    }

    private static bool? Said(ButtonData data, string field) => data.Text(field) switch
    {
        JobFormCards.Yes => true,
        JobFormCards.No => false,
        _ => null,
    };

    /// <summary>Null where it is no number of hours.</summary>
    private static int? Minutes(string? hours) =>
        hours is not null && decimal.TryParse(hours.TrimEnd('h', 'H', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count < 10_000 ? (int)(count * 60) : null;

    private static JobStartValues Values(ButtonData data) => new(
        Trimmed(data.Text(JobFormCards.Client)), Trimmed(data.Text(JobFormCards.Employer)), data.Date(JobFormCards.StartsOn), Trimmed(data.Text(JobFormCards.Title)), Trimmed(data.Text(JobFormCards.HoursAWeek)));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
