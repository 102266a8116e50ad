using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot;

/// <summary>Everything the bot writes to the log. Never text, names or client references.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Warning, "An answer could not be delivered and is owed: {Reason} {Status}")]
    public static partial void AnswerOwed(this ILogger logger, string reason, int? status);

    [LoggerMessage(2001, LogLevel.Information, "A card could not be replaced: its message is gone")]
    public static partial void CardNotReplaced(this ILogger logger);

    [LoggerMessage(2002, LogLevel.Warning, "A conversation can no longer be reached: {Reason}")]
    public static partial void ConversationDead(this ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Error, "Owed answers could not be looked after: {Reason}")]
    public static partial void OwedAnswersFailed(this ILogger logger, string reason);

    [LoggerMessage(2004, LogLevel.Error, "A turn failed; the person was given the number {Number}: {Type}\n{Stack}")]
    public static partial void TurnFailed(this ILogger logger, string number, string? type, string? stack);

    [LoggerMessage(2005, LogLevel.Error, "An answer was refused for what it is, and a sentence sent in its place: {Status} {ErrorCode}")]
    public static partial void AnswerRefused(this ILogger logger, int? status, string? errorCode);

    [LoggerMessage(2006, LogLevel.Warning, "An answer may or may not have arrived and is not sent again unasked: {Reason} {Status}")]
    public static partial void AnswerInDoubt(this ILogger logger, string reason, int? status);

    [LoggerMessage(2007, LogLevel.Information, "An answer is slow to go out; the turn ends without waiting for it")]
    public static partial void AnswerSlow(this ILogger logger);

    [LoggerMessage(2008, LogLevel.Warning, "A person could not be told that their turn failed: {Reason} {Status}")]
    public static partial void PersonNotTold(this ILogger logger, string reason, int? status);

    [LoggerMessage(2010, LogLevel.Warning, "A message ({Kind}) could not be sent and is tried again later: {Reason}")]
    public static partial void MessagePutOff(this ILogger logger, string kind, string reason);

    [LoggerMessage(2011, LogLevel.Warning, "A message ({Kind}) is given up until somebody has it tried again: {Reason}")]
    public static partial void MessageRefused(this ILogger logger, string kind, string reason);

    [LoggerMessage(2012, LogLevel.Warning, "A message ({Kind}) may or may not have arrived and is not sent again unasked: {Reason}")]
    public static partial void MessageInDoubt(this ILogger logger, string kind, string reason);

    [LoggerMessage(2013, LogLevel.Error, "The outbox could not be looked after: {Type}\n{Stack}")]
    public static partial void OutboxFailed(this ILogger logger, string? type, string? stack);

    [LoggerMessage(2014, LogLevel.Warning, "The channel {Channel} takes nothing and is left alone for {Wait}")]
    public static partial void ChannelHeldBack(this ILogger logger, Core.Outbox.OutboxChannel channel, TimeSpan wait);

    [LoggerMessage(2015, LogLevel.Warning, "Messages were being sent when their node stopped and are in doubt: {Count}")]
    public static partial void MessagesLostSight(this ILogger logger, int count);
}
