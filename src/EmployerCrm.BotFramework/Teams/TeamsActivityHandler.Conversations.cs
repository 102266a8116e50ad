namespace EmployerCrm.BotFramework;

public partial class TeamsActivityHandler
{
    /// <inheritdoc />
    protected override async Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (!IsTeams(turnContext))
        {
            await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
            return;
        }

        var data = activity.GetTeamsChannelData();
        if (activity.MembersAdded is { Count: > 0 } added)
        {
            await OnTeamsMembersAddedAsync([.. added], data?.Team, turnContext, cancellationToken);
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            await OnTeamsMembersRemovedAsync([.. removed], data?.Team, turnContext, cancellationToken);
        }

        if (activity is { MembersAdded: null or { Count: 0 }, MembersRemoved: null or { Count: 0 } })
        {
            await TeamChangedAsync(data, turnContext, cancellationToken);
        }
    }

    /// <summary>Members came. Unlike in <see cref="ActivityHandler.OnMembersAddedAsync"/>, to which the default goes on, the bot itself is among them.</summary>
    /// <param name="membersAdded">As Teams named them in the activity; the roster is not asked.</param>
    /// <param name="teamInfo">Null outside teams.</param>
    protected virtual Task OnTeamsMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Others(turnContext, membersAdded) is { Count: > 0 } others ? OnMembersAddedAsync(others, turnContext, cancellationToken) : Task.CompletedTask;

    /// <summary>Members left, the bot itself perhaps among them; the default goes on to <see cref="ActivityHandler.OnMembersRemovedAsync"/> without it.</summary>
    /// <inheritdoc cref="OnTeamsMembersAddedAsync"/>
    protected virtual Task OnTeamsMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Others(turnContext, membersRemoved) is { Count: > 0 } others ? OnMembersRemovedAsync(others, turnContext, cancellationToken) : Task.CompletedTask;

    /// <summary>A channel was created.</summary>
    protected virtual Task OnTeamsChannelCreatedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A channel was deleted; it can still be restored.</summary>
    protected virtual Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A channel has a new name, which <paramref name="channelInfo"/> carries.</summary>
    protected virtual Task OnTeamsChannelRenamedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A deleted channel was brought back.</summary>
    protected virtual Task OnTeamsChannelRestoredAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A team can only be read from now on.</summary>
    protected virtual Task OnTeamsTeamArchivedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team was deleted; it can still be restored.</summary>
    protected virtual Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team was deleted for good.</summary>
    protected virtual Task OnTeamsTeamHardDeletedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team has a new name, which <paramref name="teamInfo"/> carries.</summary>
    protected virtual Task OnTeamsTeamRenamedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A deleted team was brought back.</summary>
    protected virtual Task OnTeamsTeamRestoredAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An archived team can be written in again.</summary>
    protected virtual Task OnTeamsTeamUnarchivedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task TeamChangedAsync(TeamsChannelData? data, ITurnContext turnContext, CancellationToken cancellationToken) => data?.EventType switch
    {
        "channelCreated" => OnTeamsChannelCreatedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "channelDeleted" => OnTeamsChannelDeletedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "channelRenamed" => OnTeamsChannelRenamedAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "channelRestored" => OnTeamsChannelRestoredAsync(data.Channel, data.Team, turnContext, cancellationToken),
        "teamArchived" => OnTeamsTeamArchivedAsync(data.Team, turnContext, cancellationToken),
        "teamDeleted" => OnTeamsTeamDeletedAsync(data.Team, turnContext, cancellationToken),
        "teamHardDeleted" => OnTeamsTeamHardDeletedAsync(data.Team, turnContext, cancellationToken),
        "teamRenamed" => OnTeamsTeamRenamedAsync(data.Team, turnContext, cancellationToken),
        "teamRestored" => OnTeamsTeamRestoredAsync(data.Team, turnContext, cancellationToken),
        "teamUnarchived" => OnTeamsTeamUnarchivedAsync(data.Team, turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };
}
