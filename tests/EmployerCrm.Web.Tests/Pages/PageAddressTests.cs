using EmployerCrm.TestSupport;
using EmployerCrm.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class PageAddressTests
{
    [Fact]
    public async Task Every_page_that_the_host_has_is_in_the_list_that_is_walked()
    {
        await using var host = await RunningHost.StartAsync(TestContext.Current.CancellationToken);
        var patterns = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(patterns.Except(PageAddresses.All.Select(page => page.Pattern)).Except(PageAddresses.NoPages));
        Assert.Empty(PageAddresses.All.Select(page => page.Pattern).Except(patterns));
    }
}
