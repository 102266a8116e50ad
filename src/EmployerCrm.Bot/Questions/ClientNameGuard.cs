using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Questions;

/// <summary>A line that may be kept: what was typed, less a client's name.</summary>
internal sealed record GuardedLine(string Text, LineReading Reading, bool ClientWasNamed)
{
    /// <summary>The message with all its pieces; set where it tells of several contacts.</summary>
    public MessageReading? Message { get; init; }
}

/// <summary>Takes a client's name out of a line before anything of it is stored. References only: a name here would tell who uses a health service.</summary>
internal sealed class ClientNameGuard(ICrmStore store, LineReadings readings)
{
    public Task<GuardedLine> ReadAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        ReadAsync(turn.Actor, turn.Person.TeamId, text, turn.TypedAt, cancellationToken);

    /// <summary>As above, for a line that was typed elsewhere than in the chat.</summary>
    public async Task<GuardedLine> ReadAsync(Actor actor, Guid teamId, string text, DateTimeOffset typedAt, CancellationToken cancellationToken)
    {
        var message = await readings.OfMessageAsync(actor, text, typedAt, cancellationToken);
        var reading = message.Pieces[0].Reading;
        if ((reading.NamedClient is null && !NamedClient.MayBeIn(text)) || reading.Intent is Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Undo or Intent.Help)
            return new GuardedLine(text, reading, false) { Message = message };
        var (references, people) = await store.ReadAsync(
            async session => (
                await session.Clients.ReferencesOfTeamAsync(teamId),
                reading.EmployerId is { } employer ? await session.Employers.ContactsAsync(employer) : []),
            cancellationToken);
        var contacts = people.Select(person => FoldedText.Key(person.Name)).ToHashSet(StringComparer.Ordinal);
        if (NamedClient.Without(text, references, contacts.Contains, reading.NamedClient) is not { } without)
            return new GuardedLine(text, reading, false) { Message = message };
        // A name behind "new client" asks for a reference all the same; of the text itself nothing is used.
        if (reading.Act is Reading.Acts.NewClientWanted)
            return new GuardedLine("", reading, true);
        var rest = await readings.OfMessageAsync(actor, without, typedAt, cancellationToken);
        return new GuardedLine(without, rest.Pieces[0].Reading, true) { Message = rest };
    }
}
