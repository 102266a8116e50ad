using System.Collections.Concurrent;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>A bot that keeps what it hears and answers as the test says.</summary>
internal sealed class ScriptedBot : TeamsActivityHandler
{
    public ConcurrentQueue<(string Handler, Activity Activity)> Heard { get; } = new();

    /// <summary>A bot that takes this one's place.</summary>
    public IBot? Instead { get; set; }

    public Func<ITurnContext, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse?> OnCardAction { get; set; } = _ => null;

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Instead?.OnTurnAsync(turnContext, cancellationToken) ?? base.OnTurnAsync(turnContext, cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear("message", turnContext);
        await OnMessage(turnContext, cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("edit", turnContext);

    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("deletion", turnContext);

    protected override Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("reaction", turnContext);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("installation", turnContext);

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("unrecognized", turnContext);

    protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("added " + string.Join(',', membersAdded.Select(member => member.Id)), turnContext);

    protected override async Task<AdaptiveCardInvokeResponse?> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        await Hear("card action", turnContext);
        return OnCardAction(invokeValue) ?? throw new InvokeResponseException(System.Net.HttpStatusCode.NotImplemented);
    }

    private Task Hear(string handler, ITurnContext turnContext)
    {
        Heard.Enqueue((handler, turnContext.Activity));
        return Task.CompletedTask;
    }
}
