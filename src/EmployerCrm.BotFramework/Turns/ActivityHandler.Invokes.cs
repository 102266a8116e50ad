using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EmployerCrm.BotFramework;

public partial class ActivityHandler
{
    /// <summary>Answers an invoke in the HTTP response. Null, like an <see cref="InvokeResponseException"/> of 501, says that the bot does not know it.</summary>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case InvokeNames.AdaptiveCardAction:
                    var pressed = ReadCardAction(turnContext.Activity);
                    // What the bot decides, an error too, is told inside an answer of 200: that is how the client shows it.
                    return CreateInvokeResponse(
                        await OnAdaptiveCardInvokeAsync(turnContext, pressed, cancellationToken), BotJson.Default.AdaptiveCardInvokeResponse);
                case InvokeNames.Search:
                    var search = ReadSearch(turnContext.Activity);
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, search, cancellationToken), BotJson.Default.SearchInvokeResponse);
                case InvokeNames.SignInVerifyState or InvokeNames.SignInTokenExchange:
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    return null;
            }
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    /// <summary>An Action.Execute was pressed (or a card refreshes itself); the default answers 501.</summary>
    /// <returns>What takes the card's place, or a message; null for an empty answer of 200, which leaves the card as it is.</returns>
    protected virtual Task<AdaptiveCardInvokeResponse?> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>Somebody types into a choice set that looks its choices up (Data.Query); the default answers 501.</summary>
    protected virtual Task<SearchInvokeResponse?> OnSearchInvokeAsync(ITurnContext turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw NotImplemented();

    /// <summary>A sign-in went on: <c>signin/verifyState</c> or <c>signin/tokenExchange</c>; the default answers 501.</summary>
    protected virtual Task OnSignInInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>An answer of 200 without a body.</summary>
    protected static InvokeResponse CreateInvokeResponse() => new((int)HttpStatusCode.OK);

    private protected static InvokeResponse CreateInvokeResponse<T>(T? answer, JsonTypeInfo<T> type)
        where T : class =>
        new((int)HttpStatusCode.OK, answer is null ? null : JsonSerializer.SerializeToNode(answer, type));

    /// <summary>What an invoke carries. Anything that is not an object of the right shape is answered 400.</summary>
    private protected static T ReadValue<T>(Activity activity, JsonTypeInfo<T> type, JsonNode? error = null)
        where T : class => TryReadValue(activity, type) ?? throw new InvokeResponseException(HttpStatusCode.BadRequest, error);

    private protected static T? TryReadValue<T>(Activity activity, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return activity.Value is { ValueKind: JsonValueKind.Object } value ? value.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AdaptiveCardInvokeValue ReadCardAction(Activity activity)
    {
        var value = ReadValue(activity, BotJson.Default.AdaptiveCardInvokeValue, Error("BadRequest", "The value is not a card action."));
        return value.Action switch
        {
            null => throw new InvokeResponseException(HttpStatusCode.BadRequest, Error("BadRequest", "The value has no action.")),
            { Type: not "Action.Execute" } => throw new InvokeResponseException(HttpStatusCode.BadRequest, Error("NotSupported", "The action is no Action.Execute.")),
            _ => value,
        };
    }

    private static SearchInvokeValue ReadSearch(Activity activity)
    {
        var value = ReadValue(activity, BotJson.Default.SearchInvokeValue, Error("BadRequest", "The value is not a search."));
        // Teams leaves the kind out now and then.
        value.Kind = string.IsNullOrEmpty(value.Kind) && activity.ChannelId == Channels.MsTeams ? SearchInvokeValue.Search : value.Kind;
        return string.IsNullOrEmpty(value.Kind) || value.QueryText is null
            ? throw new InvokeResponseException(HttpStatusCode.BadRequest, Error("BadRequest", "The search has no kind, or nothing to look for."))
            : value;
    }

    private static JsonNode? Error(string code, string message) =>
        JsonSerializer.SerializeToNode(AdaptiveCardInvokeResponse.Error(400, code, message), BotJson.Default.AdaptiveCardInvokeResponse);
}
