namespace EmployerCrm.Bot.Digest;

/// <summary>What the buttons of a card carry that stays where it is when one of them is pressed.</summary>
internal static class CardMarks
{
    public const string Name = "card";
}
