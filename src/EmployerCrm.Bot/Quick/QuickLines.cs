using EmployerCrm.Bot.Questions;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Quick;

internal sealed class QuickLines(ICrmStore store, LondonClock clock, ClientNameGuard names, LineReadings readings) : IQuickLines
{
    public async Task<QuickLine> ReadAsync(Actor actor, string text, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var guarded = await names.ReadAsync(actor, actor.TeamId ?? Guid.Empty, text, typedAt, cancellationToken);
        if (guarded.Message is not { IsSeveral: true } message)
            return new QuickLine(guarded.Text, guarded.Reading, guarded.ClientWasNamed, guarded.Message?.Unread);
        var first = message.Pieces[0];
        var rest = string.Join('\n', message.Pieces.Skip(1).Select(piece => piece.Text).Append(message.Unread).Where(piece => !string.IsNullOrWhiteSpace(piece)));
        return new QuickLine(first.Text, first.Reading, guarded.ClientWasNamed, rest);
    }

    public async Task<QuickEmployer> EmployerAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        var reading = await readings.OfNameAsync(actor, name, clock.Now, cancellationToken);
        return new QuickEmployer(reading.EmployerId, reading.Employer, reading.Ambiguous.Count > 0 ? reading.Ambiguous : reading.ClosestEmployers);
    }

    public async Task<QuickClient> ClientAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var references = actor.TeamId is { } team ? await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(team), cancellationToken) : [];
        return new QuickClient(ClientReferences.Exactly(text, references), ClientReferences.Nearest(text, references), ClientReferences.IsLikeOne(text));
    }

    public QuickContact Contact(string name, IReadOnlyList<Contact> people)
    {
        var reading = ContactReading.Of(name, people);
        return new QuickContact(reading.Known, reading.Doubt);
    }
}
