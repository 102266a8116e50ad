namespace EmployerCrm.TestSupport.Forging;

/// <summary>One way to get in without being the channel service.</summary>
/// <param name="Name">What is wrong with it; the name of a test case.</param>
/// <param name="Reason">The reason that must stand in the log.</param>
/// <param name="Make">Makes the token from a right one.</param>
public sealed record Forgery(string Name, string Reason, Func<Forge, string> Make)
{
    public static Forgery Of(string name, string reason, Func<Forge, TestToken> make) => new(name, reason, forge => make(forge).ToString());
}

/// <summary>What a forger has: right tokens of the day, the public keys, and keys of his own.</summary>
public sealed record Forge(TestAuthority Authority, string AppId, string ServiceUrl)
{
    /// <summary>A token that would be let in.</summary>
    public TestToken Right => Authority.Token(AppId, ServiceUrl);

    public TestKey OwnKey() => Authority.StrangersKey();

    /// <summary>A right token signed with the forger's key under the name of the right one.</summary>
    public TestToken SignedBy(TestKey own)
    {
        var token = Right;
        token.Signature = own.Sign;
        return token;
    }
}
