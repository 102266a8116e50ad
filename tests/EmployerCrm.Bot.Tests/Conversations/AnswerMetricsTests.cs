using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What became of answers is counted.</summary>
public sealed class AnswerMetricsTests
{
    [Theory]
    [InlineData(200, "delivered")]
    [InlineData(401, "owed")]
    [InlineData(500, "in_doubt")]
    [InlineData(403, "given_up")]
    [InlineData(404, "given_up")]
    public async Task An_answer_is_delivered_owed_in_doubt_or_given_up(int status, string outcome)
    {
        await using var scene = await Scene.StartAsync();
        using var measured = new Measurements(scene.Meters);
        scene.Connector.AnswerNext(status == 200 ? ConnectorAnswer.Ok : ConnectorAnswer.Status(status));

        await scene.SayAsync("due");

        Assert.Equal(["1 employercrm.outcome=" + outcome], measured.Of(AnswerTelemetry.Answers));
    }
}
