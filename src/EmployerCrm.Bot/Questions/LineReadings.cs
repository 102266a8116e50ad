using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Questions;

/// <summary>Reads lines, kept lines and forms for one person, all through the same look-up.</summary>
internal sealed class LineReadings(ICrmStore store)
{
    private const int MostChoices = 5;

    /// <summary>A line; where two employers stand side by side it is left open which is meant.</summary>
    public async Task<LineReading> OfAsync(Actor actor, string text, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        var reading = await new LineReader(new ReadingDirectory(store, actor)).ReadAsync(text, LondonClock.ToLocal(typedAt), cancellationToken);
        return HappenedReading.Of(LeftOpen(reading), DateOnly.FromDateTime(LondonClock.ToLocal(typedAt)));
    }

    /// <summary>A message, which may tell of several contacts; a line of one contact is its only piece.</summary>
    public async Task<MessageReading> OfMessageAsync(Actor actor, string text, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        var message = await new MessageReader(new ReadingDirectory(store, actor)).ReadAsync(text, LondonClock.ToLocal(typedAt), cancellationToken);
        return message with { Pieces = [.. message.Pieces.Select(piece => piece with { Reading = LeftOpen(piece.Reading) })] };
    }

    private static LineReading LeftOpen(LineReading reading)
    {
        return reading is { Intent: Intent.LogVisit or Intent.PlanVisit, SideBySide: { Count: > 1 } several }
            ? reading with { EmployerId = null, Employer = null, Ambiguous = [.. several.Take(MostChoices)] }
            : reading;
    }

    /// <summary>The client reference that the text is and nothing else; null when it is more, or none of the person's team.</summary>
    public async Task<string?> OnlyClientAsync(Actor actor, string text, CancellationToken cancellationToken) => ClientReferences.IsLikeOne(text)
        ? ClientReferences.Exactly(text, await new ReadingDirectory(store, actor).ClientReferencesAsync(cancellationToken))
        : null;

    /// <summary>A kept line again: what it says has not changed, what is known of employers may have.</summary>
    public Task<LineReading> OfAsync(Actor actor, Draft draft, CancellationToken cancellationToken) =>
        draft.Question != QuestionNames.Choice && LineAnswers.Of(draft.Answers).Form is { } form
            ? OfFormAsync(actor, form, draft.TypedAt, cancellationToken)
            : OfAsync(actor, draft.Text, draft.TypedAt, cancellationToken);

    /// <summary>A form as if it had been a line.</summary>
    public async Task<LineReading> OfFormAsync(Actor actor, NewVisitValues form, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        var named = await OfNameAsync(actor, form.Employer ?? "", typedAt, cancellationToken);
        var visit = form.Visit;
        return named with
        {
            Intent = visit.On > DateOnly.FromDateTime(LondonClock.ToLocal(typedAt)) ? Intent.PlanVisit : Intent.LogVisit,
            NewContact = string.IsNullOrWhiteSpace(visit.Contact) ? null : visit.Contact.Trim(),
            Client = string.IsNullOrWhiteSpace(form.Client) ? null : form.Client,
            Date = visit.On, Time = visit.At, Channel = visit.Channel ?? Channel.InPerson, Notes = visit.Notes,
            Next = string.IsNullOrWhiteSpace(visit.Next) ? null : new NextStep(visit.Next, visit.NextDue),
        };
    }

    /// <summary>An employer's name that stands by itself. Nothing else in it is read: "Help the Aged" is no call for help.</summary>
    public async Task<LineReading> OfNameAsync(Actor actor, string name, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        var reading = await OfAsync(actor, name, typedAt, cancellationToken);
        var known = reading.EmployerId is not null || reading.Ambiguous.Count > 0;
        return new LineReading
        {
            Intent = Intent.LogVisit, EmployerId = reading.EmployerId, Employer = reading.Employer, Ambiguous = reading.Ambiguous,
            NewEmployer = known || string.IsNullOrWhiteSpace(name) ? null : name.Trim(), ClosestEmployers = reading.ClosestEmployers,
        };
    }
}
