using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

/// <summary>Needs neither browser nor Node: the host alone.</summary>
public sealed class StartTests(SampleDatabase sample)
{
    [Fact]
    public async Task The_built_host_makes_its_sample_data_and_says_that_it_is_ready()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("employercrm-start-");
        await using (var host = await CrmHost.StartAsync(await sample.CopyToAsync(folder.FullName, cancellationToken), cancellationToken))
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(host.Address, "healthz/live"), cancellationToken);
            Assert.True(answer.IsSuccessStatusCode);
        }

        folder.Delete(recursive: true);
    }
}
