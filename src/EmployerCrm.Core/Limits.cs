namespace EmployerCrm.Core;

/// <summary>How much text a record takes, in UTF-16 characters: the widths of the store's columns.</summary>
public static class Limits
{
    public const int Name = 200;
    public const int Title = 400;
    public const int Notes = 4000;

    /// <summary>A tag, short enough to be a look-up key whole.</summary>
    public const int Tag = 40;
    public const int Tags = 20;
    public const int TradingNames = 10;
}
