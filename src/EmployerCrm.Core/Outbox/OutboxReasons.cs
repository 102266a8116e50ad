namespace EmployerCrm.Core.Outbox;

/// <summary>Why something was not sent, as it is stored; the pages have a sentence for each. What a connector says stands beside them as status and code.</summary>
public static class OutboxReasons
{
    // The reason to send it went away.
    public const string Done = "done";
    public const string Moved = "moved";
    public const string VisitOver = "visit-over";
    public const string PermissionRevoked = "permission-revoked";
    public const string EmployerArchived = "employer-archived";
    public const string ClientClosed = "client-closed";
    public const string HandedOver = "handed-over";
    public const string PersonLeft = "person-left";
    public const string Undone = "undone";

    /// <summary>The person has become a technical admin, who sees nothing of clients.</summary>
    public const string NowAdmin = "now-admin";
    public const string Dropped = "dropped";

    /// <summary>At delivery nothing was left to say.</summary>
    public const string Nothing = "nothing-left";

    public const string Expired = "expired";

    /// <summary>The person has no conversation with the bot that could be written to.</summary>
    public const string NotReachable = "not-reachable";

    /// <summary>No part of this program renders the kind.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>The node that was sending it did not come back.</summary>
    public const string NodeLost = "node-lost";

    /// <summary>The channel took it and did not answer in time.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The channel was left alone for a while.</summary>
    public const string HeldBack = "held-back";

    /// <summary>The node was told to stop, or took too long.</summary>
    public const string Stopped = "stopped";

    /// <summary>A fault of this program; the type of the exception stands behind it.</summary>
    public const string Failed = "failed";

    /// <summary>The person asked to see it again, or an admin had it tried again.</summary>
    public const string AskedAgain = "asked-again";
}
