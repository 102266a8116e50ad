using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Bot.Questions;

/// <summary>A question to put.</summary>
/// <param name="Name">One of <see cref="QuestionNames"/>.</param>
/// <param name="Offered">What its card offers, in order.</param>
/// <param name="Card">The card for the draft with the given key.</param>
internal sealed record Question(string Name, IReadOnlyList<string> Offered, Func<Guid, JsonObject> Card);

/// <summary>A line as far as it is known now: either one question is open, or it can be recorded.</summary>
internal sealed record PickedQuestion(Question? Question, ContactReading? Contact);

/// <summary>Finds the one thing that must be asked before a line can be recorded.</summary>
internal sealed class QuestionPicker(ICrmStore store, LineReadings readings)
{
    public async Task<PickedQuestion> PickAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        var (reading, answers) = (line.Reading, line.Answers);
        if (!line.EmployerIsAnswered && reading.EmployerId is null)
            return new PickedQuestion(await EmployerAsync(turn, line, cancellationToken), null);
        if (answers.On is null && (reading.Date is null || turn.DatesUncertain || (reading.Ask == ReadingQuestion.Date && !IsAboutNextStep(line))))
            return new PickedQuestion(new Question(QuestionNames.Date, [], id => QuestionCards.Date(id, reading, turn.Today)), null);
        if (answers.NextDue is null && reading.Ask == ReadingQuestion.Date && IsAboutNextStep(line))
            return new PickedQuestion(new Question(QuestionNames.NextDate, [], id => QuestionCards.NextDate(id, reading.Next!.Title, turn.Today)), null);
        if (answers.Client is null && (reading.Ask == ReadingQuestion.Client || (answers.ClientWasNamed && reading.Client is null)))
            return new PickedQuestion(await ClientAsync(turn, line, cancellationToken), null);
        if (answers.ContactId is not null || line.EmployerId is not { } employerId || (!line.EmployerIsAnswered && reading.ContactId is not null))
            return new PickedQuestion(null, null);
        return await ContactAsync(line, employerId, cancellationToken);
    }

    /// <summary>The visit's own day is sound, so the day that does not exist is the next step's.</summary>
    private static bool IsAboutNextStep(OpenLine line)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(line.TypedAt));
        return line.Reading is { Next.Due: null, Date: { } on, Intent: var intent }
            && (intent == Intent.PlanVisit ? on >= today && on <= today.AddYears(2) : on <= today && on >= today.AddDays(-120));
    }

    /// <summary>Asks which employer a line is about.</summary>
    public async Task<Question> EmployerAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        var reading = line.Answers.ProposedEmployer is { } proposed ? await readings.OfNameAsync(turn.Actor, proposed, line.TypedAt, cancellationToken) : line.Reading;
        var choices = reading.Ambiguous.Count > 0 ? reading.Ambiguous : reading.ClosestEmployers;
        return new Question(QuestionNames.Employer, [.. choices.Select(choice => choice.Id.ToString())], id => QuestionCards.Employer(id, reading with { Intent = line.Reading.Intent }));
    }

    private async Task<Question> ClientAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        var references = await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken);
        var nearest = ClientReferences.Nearest(line.Text, references);
        return new Question(QuestionNames.Client, nearest, id => QuestionCards.Client(id, nearest, named: line.Answers.ClientWasNamed));
    }

    private async Task<PickedQuestion> ContactAsync(OpenLine line, Guid employerId, CancellationToken cancellationToken)
    {
        var (people, employer) = await store.ReadAsync(
            async session => (await session.Employers.ContactsAsync(employerId), await session.Employers.EmployerAsync(employerId)), cancellationToken);
        if (people.FirstOrDefault(person => person.Id == line.Reading.ContactId) is { } met)
            return new PickedQuestion(null, new ContactReading(met.Name, met, []));
        var typed = line.Reading.Contact ?? line.Reading.NewContact ?? ContactReading.SharedName(line.Text, line.Reading, people);
        if (typed is null || employer is null)
            return new PickedQuestion(null, null);
        var contact = ContactReading.Of(typed, people);
        return contact.Doubt.Count == 0 || line.Answers.ContactIsNew
            ? new PickedQuestion(null, contact)
            : new PickedQuestion(
                new Question(QuestionNames.Contact, [.. contact.Doubt.Select(person => person.Id.ToString())], id => QuestionCards.Contact(id, contact, employer.Name)), contact);
    }
}
