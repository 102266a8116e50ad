using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>A line that may be kept: what was typed, less a client's name.</summary>
internal sealed record GuardedLine(string Text, LineReading Reading, bool ClientWasNamed);

/// <summary>Takes a client's name out of a line before anything of it is stored. References only: a name here would tell who uses a health service.</summary>
internal sealed class ClientNameGuard(ICrmStore store, LineReadings readings)
{
    public async Task<GuardedLine> ReadAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var reading = await readings.OfAsync(turn.Actor, text, turn.TypedAt, cancellationToken);
        if (!NamedClient.MayBeIn(text) || reading.Intent is Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Undo or Intent.Help)
            return new GuardedLine(text, reading, false);
        var (references, people) = await store.ReadAsync(
            async session => (
                await session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId),
                reading.EmployerId is { } employer ? await session.Employers.ContactsAsync(employer) : []),
            cancellationToken);
        var contacts = people.Select(person => FoldedText.Key(person.Name)).ToHashSet(StringComparer.Ordinal);
        if (NamedClient.Without(text, references, contacts.Contains) is not { } without)
            return new GuardedLine(text, reading, false);
        return new GuardedLine(without, await readings.OfAsync(turn.Actor, without, turn.TypedAt, cancellationToken), true);
    }
}
