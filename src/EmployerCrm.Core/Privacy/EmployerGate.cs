using System.Text.RegularExpressions;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Privacy;

/// <summary>
/// The one way from what the service knows to what an employer reads. Asked when something is planned or drafted, and again when it is delivered: a
/// permission may have been revoked in between.
/// </summary>
public static partial class EmployerGate
{
    /// <summary>A message about nobody. Refused when a client reference stands in it, in whatever way it is written.</summary>
    public static async Task<Outcome<EmployerMessage>> GeneralAsync(ICrmSession session, Guid employerId, string text)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await NamesClientAsync(session, text) ? RefusalReason.NoPermission : EmployerMessage.Of(employerId, text, null);
    }

    /// <summary>A message about a client. Refused without a live permission for this client and this employer, for a client whose record is closed, and for one of another team.</summary>
    public static async Task<Outcome<EmployerMessage>> AboutAsync(ICrmSession session, Actor actor, string clientReference, Guid employerId, string text)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        if (client.Status == ClientStatus.Closed)
            return new Refusal(RefusalReason.ClientClosed) { Names = [client.Reference] };
        if (PermittedMention.Of(await session.Disclosure.HoldingAsync(client.Id, employerId)) is not { } mention || await NamesClientAsync(session, text))
            return RefusalReason.NoPermission;
        return EmployerMessage.Of(employerId, text, mention);
    }

    /// <summary>Whether a message may go now: it is about nobody, or the permission that made it still holds, of a client who is still with the service.</summary>
    public static async Task<bool> MayGoAsync(ICrmSession session, EmployerMessage message)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(message);
        if (message.About is not { } about)
            return true;
        return await session.Disclosure.PermissionAsync(about.PermissionId) is { IsLive: true } permission
            && await session.Clients.ClientAsync(permission.ClientId) is { Status: not ClientStatus.Closed };
    }

    private static async Task<bool> NamesClientAsync(ICrmSession session, string text)
    {
        var likely = Reference().Matches(text).Select(match => (match.Groups[1].Value + match.Groups[2].Value).ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return likely.Count > 0 && (await session.Clients.IssuedAsync(likely)).Count > 0;
    }

    [GeneratedRegex(@"(?<![A-Za-z])([A-Za-z]{2})[\s\-_.]{0,3}([0-9]{2})(?![0-9])", RegexOptions.None, 5000)]
    private static partial Regex Reference();
}
