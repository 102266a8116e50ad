namespace EmployerCrm.Web.SignIn;

/// <summary>Why somebody is not signed in, as the sign-in page tells them (<c>SignInProblem…</c> in the texts).</summary>
public enum SignInProblem
{
    /// <summary>They, or the directory, ended it there.</summary>
    Cancelled,

    /// <summary>What came back does not belong to a sign-in begun in this browser a moment ago, or does not hold.</summary>
    Failed,

    /// <summary>The directory does not answer.</summary>
    Unavailable,

    /// <summary>The directory gives them no role here.</summary>
    NoRole,
}
