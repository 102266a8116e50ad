namespace EmployerCrm.Core.Privacy;

/// <summary>What free text about a person must not hold without somebody having said so.</summary>
public enum GuardKind
{
    Health,
    Medication,
    Crime,
    DateOfBirth,
    NhsNumber,
    NationalInsurance,

    /// <summary>A name beside a client reference: it would tell who uses a health service.</summary>
    Name,
}

/// <summary>Something in a text that is to be asked about.</summary>
/// <param name="Start">Where the words begin, in UTF-16 characters.</param>
/// <param name="Length">How long they are.</param>
/// <param name="SentenceStart">Where the sentence begins in which they stand.</param>
/// <param name="SentenceLength">How long it is.</param>
public sealed record GuardHit(GuardKind Kind, int Start, int Length, int SentenceStart, int SentenceLength);
