using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>Values for tags from short closed lists: what a channel may write at will must not become a new time series each time.</summary>
internal static class TelemetryTags
{
    private const string Other = "other";

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.MessageReaction, ActivityTypes.ConversationUpdate,
        ActivityTypes.InstallationUpdate, ActivityTypes.Invoke, ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.EndOfConversation,
        ActivityTypes.Command, ActivityTypes.CommandResult);

    private static readonly FrozenDictionary<Refusal, string> Reasons = Enum.GetValues<Refusal>().ToFrozenDictionary(reason => reason, reason => reason.ToString());

    private static readonly FrozenDictionary<int, string> Statuses =
        Enumerable.Range(100, 500).ToFrozenDictionary(status => status, status => status.ToString(CultureInfo.InvariantCulture));

    public static string TypeOf(Activity activity) => activity.Type is { } type && Types.TryGetValue(type, out var known) ? known : Other;

    /// <summary>Null for what is no invoke.</summary>
    public static string? InvokeNameOf(Activity activity) => activity.Type is not ActivityTypes.Invoke ? null
        : activity.Name is { } name && InvokeNames.All.TryGetValue(name, out var known) ? known : Other;

    public static string NameOf(Refusal reason) => Reasons[reason];

    public static string NameOf(HttpStatusCode status) => Statuses.GetValueOrDefault((int)status, Other);
}
