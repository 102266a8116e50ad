using System.Globalization;
using System.Text.RegularExpressions;
using EmployerCrm.TestSupport;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>Keeps the books on answers to numbered lines: which the person saw, and what the host's own file says of them.</summary>
internal static partial class AnswerBook
{
    private const string Answers = "select r.answer from owed_answers o inner join received_activities r on r.activity_key = o.activity_key ";

    /// <summary>A line that is found again in its answer and in the file. With a letter its number would look like a client's reference, and be asked about.</summary>
    public static string Line(string number) => $"visited Friday's Café yesterday, {Mark(number)}";

    /// <summary>What is found again.</summary>
    public static string Mark(string number) => $"table {number} wobbles";

    /// <summary>The numbers of the lines whose answers were delivered, in order, each as often as it was.</summary>
    public static IReadOnlyList<string> Delivered(IEnumerable<ConnectorCall> calls) =>
        [.. calls.Where(call => call is { Method: "POST", Delivered: true }).Select(call => Number().Match(call.Body)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    /// <summary>The numbers of the lines whose answers are neither marked as delivered nor in doubt.</summary>
    public static Task<IReadOnlyList<string>> OwedAsync(string database, CancellationToken cancellationToken) =>
        NumbersAsync(database, Answers + "where o.in_doubt_at is null", cancellationToken);

    /// <summary>The numbers of the lines of whose answers nobody knows whether they arrived.</summary>
    public static Task<IReadOnlyList<string>> InDoubtAsync(string database, CancellationToken cancellationToken) =>
        NumbersAsync(database, Answers + "where o.in_doubt_at is not null", cancellationToken);

    /// <summary>Answers of any kind that are still to be sent.</summary>
    public static async Task<int> CountOwedAsync(string database, CancellationToken cancellationToken) =>
        (await AnswersAsync(database, Answers + "where o.in_doubt_at is null", cancellationToken)).Count;

    private static async Task<IReadOnlyList<string>> NumbersAsync(string database, string sql, CancellationToken cancellationToken) =>
        [.. (await AnswersAsync(database, sql, cancellationToken)).Select(answer => Number().Match(answer)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    private static async Task<List<string>> AnswersAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answers = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            answers.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return answers;
    }

    [GeneratedRegex(@"table (\d+) wobbles", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
