using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Turns;

/// <summary>What kind of card a message of ours holds now; kept so that it can be changed in place later.</summary>
internal static class CardKinds
{
    public const string Visit = "visit";
    public const string Due = "due";
    public const string Week = "week";
    public const string Question = "question";
    public const string Guard = "guard";
    public const string Employer = "employer";
    public const string JobStart = "job-start";
    public const string Adjustments = "adjustments";
    public const string Reminder = "reminder";
    public const string Client = "client";
    public const string Clients = "clients";
    public const string ClientContact = "client-contact";
    public const string JobEnd = "job-end";
    public const string Permission = "permission";
    public const string CareTeam = "care-team";
    public const string Contact = "contact";
    public const string Opening = "opening";
    public const string Digest = "digest";
    public const string WrapUp = "wrap-up";
    public const string LeadSummary = "lead-summary";
    public const string Settings = "settings";
    public const string Leave = "leave";
    public const string Talk = "talk";
}

/// <summary>One message to send, or to put in place of an earlier one.</summary>
/// <param name="Text">A sentence; or null when the message is a card.</param>
/// <param name="Kind">One of <see cref="CardKinds"/> for a card.</param>
/// <param name="SubjectId">The visit the card shows.</param>
/// <param name="Replaces">The message to replace; null to send a new one.</param>
[JsonConverter(typeof(ReplyConverter))]
internal sealed record Reply(string? Text, JsonNode? Card, string? Kind = null, Guid? SubjectId = null, string? Replaces = null)
{
    private WrittenJson? _written;

    /// <summary>The card as it goes out, where the stored one must leave words out; null when they are the same.</summary>
    public JsonNode? Shown { get; init; }

    /// <summary>The card as text, which does not follow later changes of its nodes.</summary>
    public WrittenJson? Written => Card is null ? null : _written?.IsOf(Card) == true ? _written : _written = new WrittenJson(Card);

    /// <summary>A text that is too long for one message as several, so that those which arrived are not sent again for one that did not.</summary>
    public IEnumerable<Reply> InParts() => Text is { Length: > LongText.InOneMessage } text && Card is null && Replaces is null
        ? LongText.Split(text, LongText.InOneMessage).Select(part => this with { Text = part })
        : [this];

    /// <summary>The message as it goes out. Its summary, which a lock screen shows, is the card's neutral fallback text.</summary>
    public Activity ToActivity()
    {
        var activity = new Activity { Type = ActivityTypes.Message, Id = Replaces };
        if (Card is null)
        {
            activity.Text = Text;
            activity.TextFormat = "plain";
            return activity;
        }

        activity.Summary = Card["fallbackText"]?.GetValue<string>();
        activity.Attachments = [Attachment.AdaptiveCard(Shown ?? Written!.AsNode())];
        return activity;
    }
}

/// <summary>The whole answer to one activity, as it is stored in the transaction that did what was asked.</summary>
internal sealed record TurnAnswer
{
    /// <summary>What is sent through the connector, in order: new messages first, then replacements.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>Of the replies those that may or may not have arrived while others are still owed.</summary>
    public IReadOnlyList<Reply> InDoubt { get; init; } = [];

    /// <summary>For a pressed button: the card that takes the place of the one it was on.</summary>
    public Reply? InPlace { get; init; }

    /// <summary>Where the replies go, so that they can be delivered by another process after a crash.</summary>
    public ConversationReference? Reference { get; init; }

    public static TurnAnswer Say(string text) => new() { Replies = [new Reply(text, null)] };

    public static TurnAnswer Show(JsonNode card, string kind, Guid? subjectId = null) => new() { Replies = [new Reply(null, card, kind, subjectId)] };

    /// <summary>Changes the card that was pressed.</summary>
    public static TurnAnswer Put(JsonNode card, string kind, Guid? subjectId = null) => new() { InPlace = new Reply(null, card, kind, subjectId) };

    /// <summary>Leaves the card that was pressed as it is and says why.</summary>
    public static TurnAnswer PutText(string text) => new() { InPlace = new Reply(text, null) };

    /// <summary>The same answer, with its one card shown in another form than it is stored in.</summary>
    public TurnAnswer Showing(JsonNode shown) => this with
    {
        InPlace = InPlace is { } inPlace ? inPlace with { Shown = shown } : null,
        Replies = InPlace is null ? [.. Replies.Select((reply, index) => index == 0 ? reply with { Shown = shown } : reply)] : Replies,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static TurnAnswer Of(string json) => JsonSerializer.Deserialize<TurnAnswer>(json, Options)!;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(
            BotJson.Default, new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
