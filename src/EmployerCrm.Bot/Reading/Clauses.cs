namespace EmployerCrm.Bot.Reading;

/// <summary>The runs of tokens between marks that end a clause.</summary>
internal static class Clauses
{
    /// <summary>The clauses outside the next step.</summary>
    public static List<(int From, int To)> Of(IReadOnlyList<Token> tokens, NextStepSpan? next)
    {
        var clauses = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            var inside = next is not null && i >= next.First && i < next.End;
            if (i < tokens.Count && tokens[i].Break == Break.None && !inside)
                continue;
            if (i > from)
                clauses.Add((from, i));
            from = i + 1;
            if (inside)
                (i, from) = (next!.End - 1, next.End);
        }
        return clauses;
    }
}
