using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Turns;

/// <summary>Tells the person when a turn fails unexpectedly, with a number that stands in the log too.</summary>
internal sealed class TurnErrors(CloudAdapter adapter, Ids ids, ILogger<TurnErrors> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        adapter.OnTurnError = OnTurnErrorAsync;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What cannot be told is not worth failing the request for: the channel would bring the same activity again.</summary>
    private async Task TellAsync(ITurnContext turnContext, string text, CancellationToken cancellationToken)
    {
        try
        {
            await turnContext.SendActivityAsync(text, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            logger.PersonNotTold(exception.GetType().Name, (int?)exception.StatusCode);
        }
    }

    private async Task OnTurnErrorAsync(ITurnContext turnContext, Exception exception, CancellationToken cancellationToken)
    {
        // The end of a key is its random part; eight characters are enough to find a line in a log and short enough to read out.
        var number = ids.New().ToString("N")[^8..];
        logger.TurnFailed(number, exception.GetType().FullName, exception.StackTrace);
        var text = Texts.Get("ErrorUnexpected", number);
        if (turnContext.Activity.Type == ActivityTypes.Invoke)
            turnContext.InvokeResponse = TeamsInvoke.Message(turnContext.Activity, text) ?? new InvokeResponse(500);
        else if (turnContext.Activity.Type == ActivityTypes.Message)
            await TellAsync(turnContext, text, cancellationToken);
    }
}
