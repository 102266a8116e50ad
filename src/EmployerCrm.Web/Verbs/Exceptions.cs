namespace EmployerCrm.Web.Verbs;

/// <summary>The verb was called wrongly; the message is a sentence for the person.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The verb could not do its work; the message is a sentence for the person.</summary>
internal sealed class FailedException(string message, Exception? inner = null) : Exception(message, inner);
