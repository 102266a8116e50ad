using System.Buffers.Binary;

namespace EmployerCrm.Core;

/// <summary>
/// The only source of new keys: version-7 GUIDs (RFC 9562) from the application's clock and one random source,
/// so that a run with a fixed clock and seed makes the same keys again. Safe to call from several threads.
/// </summary>
public sealed class Ids(TimeProvider clock, Random? random = null)
{
    private readonly Random _random = random ?? new Random();
    private readonly Lock _gate = new();

    /// <summary>A new key whose first 48 bits are the clock's Unix milliseconds.</summary>
    public Guid New() => New(clock.GetUtcNow());

    /// <summary>A seed for whatever else is drawn at random, so that a run with a fixed source repeats.</summary>
    public int NewSeed()
    {
        lock (_gate)
        {
            return _random.Next();
        }
    }

    /// <summary>A new key as if made at <paramref name="at"/>: sample data made today lies in the past.</summary>
    public Guid New(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
