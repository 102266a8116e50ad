namespace EmployerCrm.BotFramework;

/// <summary>What answers activities. Resolved from the request's services for every turn.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken);
}

/// <summary>What a proactive turn does; see <see cref="CloudAdapter.ContinueConversationAsync"/>.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
