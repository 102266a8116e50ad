using System.Text.RegularExpressions;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>Recording a visit by a form: empty, or with what was understood of a line.</summary>
internal sealed partial class NewVisitForms(ICrmStore store, TurnDesk desk, OpenQuestions questions, LineReadings readings, LogLine logLine, Ids ids)
{
    /// <summary>Whether the text asks for an empty form and for nothing else.</summary>
    /// <param name="key">The message, folded.</param>
    public static bool IsAsked(string key) => key is "visit" or "log visit" or "log a visit" or "new visit" or "add visit" or "add a visit" or "record a visit";

    public Task<TurnAnswer> OpenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(turn.TypedAt));
        var values = new NewVisitValues(null, null, new VisitFormValues(Channel.InPerson, today, null, null, null, null, null));
        return desk.AnswerAsync(turn, TurnAnswer.Show(NewVisitForm.Build(ids.New(), false, values), CardKinds.Question), cancellationToken);
    }

    /// <summary>The form for a visit to this employer, held or to come.</summary>
    public async Task<TurnAnswer> OpenForAsync(Turn turn, Guid employerId, DateOnly? on, CancellationToken cancellationToken)
    {
        var employer = await store.ReadAsync(session => session.Employers.EmployerAsync(employerId), cancellationToken);
        var values = new NewVisitValues(employer?.Name, null, new VisitFormValues(Channel.InPerson, on ?? turn.Today, null, null, null, null, null));
        return await desk.AnswerAsync(turn, TurnAnswer.Put(NewVisitForm.Build(ids.New(), false, values, employer?.Id), CardKinds.Question), cancellationToken);
    }

    /// <summary>Turns the question about a line into a form.</summary>
    public async Task<TurnAnswer> OpenAsync(Turn turn, Guid draftId, CancellationToken cancellationToken)
    {
        if (await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is not { Question: not QuestionNames.Choice } draft)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);
        var reading = await readings.OfAsync(turn.Actor, draft, cancellationToken);
        if (reading.Intent == Intent.JobStart || draft.Question == QuestionNames.Change)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("ActionUnknown")), cancellationToken);
        var answers = LineAnswers.Of(draft.Answers);
        var known = new OpenLine(draft.Text, draft.TypedAt, reading, answers).EmployerId;
        var employer = known is { } id ? await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) : null;
        var name = employer?.Name ?? answers.NewEmployer ?? answers.ProposedEmployer ?? answers.Form?.Employer ?? reading.NewEmployer ?? Common([.. reading.Ambiguous.Select(choice => choice.Name)]);
        var visit = VisitFormValues.Of(reading);
        var values = new NewVisitValues(name, answers.Client ?? reading.Client, visit with { On = answers.On ?? visit.On, NextDue = visit.NextDue ?? answers.NextDue });
        return await desk.AnswerAsync(turn, TurnAnswer.Put(NewVisitForm.Build(draft.Id, true, values, employer?.Id), CardKinds.Question, draft.Id), cancellationToken);
    }

    /// <summary>Back to the question; an empty form leaves nothing behind.</summary>
    public Task<TurnAnswer> CloseAsync(Turn turn, Guid? draftId, CancellationToken cancellationToken) => draftId is { } id
        ? logLine.AnsweredAsync(turn, id, answers => answers, cancellationToken)
        : desk.AnswerAsync(turn, TurnAnswer.Put(TalkCards.Receipt(Texts.Get("NewVisitTitle"), Texts.Get("NothingSaved")), CardKinds.Talk), cancellationToken);

    /// <summary>Records what was filled in. What is wrong is said above its field and everything typed stays.</summary>
    public async Task<TurnAnswer> SaveAsync(Turn turn, Guid id, ButtonData data, CancellationToken cancellationToken)
    {
        var values = new NewVisitValues(
            Trimmed(data.Text(NewVisitForm.Employer)), Trimmed(data.Text(NewVisitForm.Client)),
            new VisitFormValues(
                data.Name<Channel>(VisitForm.Channel), data.Date(VisitForm.On), data.Time(VisitForm.At), Trimmed(data.Text(VisitForm.Contact)), Trimmed(data.Text(VisitForm.Notes)),
                Trimmed(data.Text(VisitForm.Next)), data.Date(VisitForm.NextDue)));
        var isKept = data.Id("draft") is not null;
        if (isKept && await questions.DraftAsync(turn.Actor, id, cancellationToken) is null)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);
        var references = await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken);
        var known = data.Id("known") is { } shown && data.Text("knownName") == values.Employer ? shown : (Guid?)null;
        if (Problem(values, references, DateOnly.FromDateTime(LondonClock.ToLocal(turn.ReceivedAt))) is { } problem)
        {
            // A name in place of a reference is not even kept on the card.
            var kept = problem.Field == NewVisitForm.Client && !ClientReferences.IsLikeOne(values.Client!) ? values with { Client = null } : values;
            return await desk.AnswerAsync(turn, TurnAnswer.Put(NewVisitForm.Build(id, isKept, kept, known, problem), CardKinds.Question, isKept ? id : null), cancellationToken);
        }

        values = values with { Client = values.Client is { } client ? ClientReferences.Exactly(client, references) : null };
        var reading = await readings.OfFormAsync(turn.Actor, values, turn.TypedAt, cancellationToken);
        var answers = new LineAnswers(EmployerId: known) { Form = values };
        return await logLine.ActAsync(turn, new OpenLine(values.Employer!, turn.TypedAt, reading, answers, id, isKept), TurnAnswer.Put, cancellationToken);
    }

    private static FieldProblem? Problem(NewVisitValues values, IReadOnlyList<string> references, DateOnly today)
    {
        var visit = values.Visit;
        if (values.Employer is null)
            return new FieldProblem(NewVisitForm.Employer, Texts.Get("ErrorNameNeeded"));
        if (visit.Channel is null)
            return new FieldProblem(VisitForm.Channel, Texts.Get("ErrorChannelNeeded"));
        if (visit.On is not { } on)
            return new FieldProblem(VisitForm.On, Texts.Get("ErrorDateNeeded"));
        if (VisitRules.CheckDay(on > today ? VisitState.Planned : VisitState.Held, on, today) is { } day)
            return new FieldProblem(VisitForm.On, Texts.Of(day));
        if (values.Client is { } client && ClientReferences.Exactly(client, references) is null)
            return new FieldProblem(NewVisitForm.Client, ClientProblem(client, ClientReferences.Nearest(client, references)));
        if (visit.Next is null && visit.NextDue is not null)
            return new FieldProblem(VisitForm.Next, Texts.Get("RefusalTitleMissing"));
        return VisitRules.CheckText(values.Employer, visit.Contact, visit.Notes, visit.Next) is { } text ? new FieldProblem(VisitForm.Notes, Texts.Of(text)) : null;
    }

    private static string ClientProblem(string typed, IReadOnlyList<string> nearest) =>
        !ClientReferences.IsLikeOne(typed) ? Texts.Get("ClientNotAName")
        : nearest.Count == 0 ? Texts.Get("ClientStillUnknown")
        : Texts.Get("ClientStillUnknownNear", string.Join(", ", nearest));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The words that all the names begin with, without a dash left at the end.</summary>
    private static string? Common(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return null;
        var length = names.Skip(1).Aggregate(names[0].Length, (shortest, name) => Math.Min(shortest, names[0].AsSpan().CommonPrefixLength(name)));
        var common = names[0][..length];
        var whole = names.All(name => name.Length == length || !char.IsLetterOrDigit(name[length]));
        return Trimmed(DashAtEnd().Replace(whole ? common : common[..(common.LastIndexOf(' ') + 1)], ""));
    }

    [GeneratedRegex(@"[\s,–—-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DashAtEnd();
}
