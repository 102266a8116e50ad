using System.Net;
using System.Net.Sockets;

namespace EmployerCrm.TestSupport;

/// <summary>
/// Ports for programs that are told where to listen. They lie below those that systems give to outgoing calls (Linux from 32768, others from 49152): between
/// the look and the program's own listening, no call that happens to leave this machine takes one. None is given twice.
/// </summary>
public static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Somewhere else in each process, so that two runs beside each other do not meet.
    private static int s_given = Environment.ProcessId * 97 % Count;

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref s_given) % Count;
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
