using EmployerCrm.BotFramework;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
builder.Services.AddSingleton<IBot, EchoBot>();

var app = builder.Build();
app.MapBotMessages("/api/messages");
await app.RunAsync();

/// <summary>Says again what it hears, and greets who comes.</summary>
internal sealed class EchoBot : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync("You said: " + turnContext.Activity.RemoveRecipientMention(), cancellationToken);

    protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync("Hello. Say something.", cancellationToken);
}
