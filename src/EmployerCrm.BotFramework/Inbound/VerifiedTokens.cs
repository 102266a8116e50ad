using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace EmployerCrm.BotFramework;

/// <summary>A token whose signature is good under this very key.</summary>
internal sealed record VerifiedToken(TokenParts Parts, SigningKey Key);

/// <summary>
/// The tokens whose signature was found good, by their whole text. The channel service brings one token for an hour, and checking an RSA
/// signature costs more than all other questions together. Nothing else is remembered: who, for whom and until when is asked at every
/// request, and a key that was fetched again or withdrawn is another key, so the signature is checked again too.
/// Only good tokens get in, so strangers cannot fill it.
/// </summary>
internal sealed class VerifiedTokens
{
    /// <summary>The channel service uses a handful an hour.</summary>
    public const int Capacity = 256;

    private readonly ConcurrentDictionary<string, VerifiedToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, VerifiedToken>.AlternateLookup<ReadOnlySpan<char>> _byText;

    public VerifiedTokens() => _byText = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _tokens.Count;

    public bool TryGet(ReadOnlySpan<char> token, [MaybeNullWhen(false)] out VerifiedToken verified) => _byText.TryGetValue(token, out verified);

    /// <summary>Remembers it. When there is no room, all are forgotten: checking a few signatures anew costs less than book-keeping.</summary>
    public void Add(string token, VerifiedToken verified)
    {
        if (_tokens.Count >= Capacity)
        {
            _tokens.Clear();
        }

        _tokens[token] = verified;
    }

    public void Remove(ReadOnlySpan<char> token) => _byText.TryRemove(token, out _);
}
