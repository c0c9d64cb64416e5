package dev.graft.python.graalpy;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways out of the sandbox: what is tried, how it is denied, and which grant allows it. The code
 * sees the folders {@code IN} (with {@code secret.txt}), {@code OUT} (with {@code kept.txt}) and
 * {@code BESIDE} (with {@code beside.txt}), and the port of a web server.
 */
final class Escapes {
  /**
   * One way.
   *
   * @param name what is tried
   * @param body Python; leaves its booty in {@code out}
   * @param denied the class of the exception without a grant
   * @param booty what {@code out} holds with the grant
   * @param grant permissions in one text, with commas; empty if nobody is granted that
   * @param neighbour a grant that looks alike and does not allow it; empty if there is none
   */
  record Escape(
      String name, String body, String denied, String booty, String grant, String neighbour) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String NEVER = "";

  private final List<Escape> all = new ArrayList<>();

  private Escapes() {}

  /** All of them. */
  static List<Escape> all() {
    Escapes escapes = new Escapes();
    escapes.files();
    escapes.links();
    escapes.imports();
    escapes.environment();
    escapes.processes();
    escapes.network();
    escapes.nativeCode();
    escapes.javaClasses();
    escapes.threads();
    escapes.interpreter();
    return escapes.all;
  }

  private void files() {
    allowed(
        "open to read", "out = open(IN + '/secret.txt').read()", "secret", "read:IN", "read:OUT");
    allowed(
        "open to write",
        "with open(OUT + '/made.txt', 'w') as f: out = f.write('x')",
        "1",
        "write:OUT",
        "read:OUT");
    allowed(
        "append",
        "with open(OUT + '/kept.txt', 'a') as f: out = f.write('x')",
        "1",
        "write:OUT",
        "read:OUT");
    allowed(
        "open to read what may be written",
        "out = open(OUT + '/kept.txt').read()",
        "kept",
        "read:OUT",
        "write:OUT");
    allowed(
        "os.open with flags",
        "import os\nfd = os.open(OUT + '/made.txt', os.O_CREAT | os.O_WRONLY)\nout = os.write(fd, b'x')\nos.close(fd)",
        "1",
        "write:OUT",
        "read:OUT");
    allowed("os.listdir", "import os\nout = os.listdir(IN)", "secret.txt", "read:IN", "write:OUT");
    allowed(
        "os.scandir",
        "import os\nout = [e.name for e in os.scandir(IN)]",
        "secret.txt",
        "read:IN",
        "read:OUT");
    hidden(
        "os.stat",
        "import os\nout = os.stat(IN + '/secret.txt').st_size",
        "7",
        "read:IN",
        "read:OUT");
    allowed(
        "FileIO, found among all classes",
        """
        def below(c):
            for s in c.__subclasses__() if c is not type else (): yield s; yield from below(s)
        io = next(c for c in below(object) if c.__name__ == 'FileIO')
        out = io(IN + '/secret.txt').read()
        """,
        "secret",
        "read:IN",
        "read:OUT");
    allowed(
        "io.open_code",
        "import io\nout = io.open_code(IN + '/secret.txt').read()",
        "secret",
        "read:IN",
        "");
    allowed(
        "the interpreter's own reader",
        "import __graalpython__\n__graalpython__.read_file(IN + '/secret.txt')\nout = 'read'",
        "read",
        "read:IN",
        "read:OUT");
    allowed(
        "mmap",
        "import mmap, os\nfd = os.open(IN + '/secret.txt', os.O_RDONLY)\nout = mmap.mmap(fd, 0, access=mmap.ACCESS_READ)[:6]",
        "secret",
        "read:IN",
        "read:OUT");
    allowed(
        "pathlib",
        "import pathlib\nout = pathlib.Path(IN, 'secret.txt').read_text()",
        "secret",
        "read:IN",
        "read:OUT");
    allowed(
        "os.mkdir", "import os\nout = os.mkdir(OUT + '/made')", "None", "write:OUT", "read:OUT");
    allowed(
        "os.rename",
        "import os\nout = os.rename(OUT + '/kept.txt', OUT + '/moved.txt')",
        "None",
        "write:OUT",
        "read:OUT");
    allowed(
        "os.remove",
        "import os\nout = os.remove(OUT + '/kept.txt')",
        "None",
        "write:OUT",
        "read:OUT");
    allowed(
        "os.chmod",
        "import os\nout = os.chmod(OUT + '/kept.txt', 0o600)",
        "None",
        "write:OUT",
        "read:OUT");
    allowed(
        "os.truncate",
        "import os\nout = os.truncate(OUT + '/kept.txt', 0)",
        "None",
        "write:OUT",
        "read:OUT");
    hidden(
        "shutil.rmtree",
        "import shutil\nout = shutil.rmtree(OUT + '/tree')",
        "None",
        "read:OUT,write:OUT",
        "read:OUT");
    allowed(
        "tempfile in a folder",
        "import tempfile\nout = tempfile.mkdtemp(dir=OUT)",
        "out",
        "write:OUT",
        "read:OUT");
    never("tempfile", "FileNotFoundError", "import tempfile\nout = tempfile.mkdtemp()");
    never("os.chdir", "FileNotFoundError", "import os\nos.chdir(IN)");
    never("os.chown", "PermissionError", "import os\nos.chown(OUT + '/kept.txt', 0, 0)");
    never("/proc/self/environ", "PermissionError", "out = open('/proc/self/environ').read()");
    allowed(
        "to read what may only be written, by another name",
        "import os\nos.rename(BESIDE + '/beside.txt', OUT + '/x')\nout = open(OUT + '/x').read()",
        "beside",
        "read:BESIDE,write:BESIDE,read:OUT,write:OUT",
        "write:BESIDE,read:OUT,write:OUT");
  }

  private void links() {
    allowed(
        "a path with ..",
        "out = open(IN + '/../beside/beside.txt').read()",
        "beside",
        "read:BESIDE",
        "read:IN");
    allowed(
        "a link that is there",
        "out = open(IN + '/link/beside.txt').read()",
        "beside",
        "read:IN,read:BESIDE",
        "read:IN");
    allowed(
        "to write through a link",
        "with open(OUT + '/link.txt', 'w') as f: out = f.write('x')",
        "1",
        "write:OUT,write:BESIDE",
        "write:OUT");
    allowed(
        "a link of one's own",
        "import os\nos.symlink(IN, OUT + '/own')\nout = open(OUT + '/own/secret.txt').read()",
        "secret",
        "read:IN,write:OUT",
        "read:OUT,write:OUT");
    allowed(
        "a relative link of one's own",
        "import os\nos.symlink('../in', OUT + '/own')\nout = open(OUT + '/own/secret.txt').read()",
        "secret",
        "read:IN,write:OUT",
        "read:OUT,write:OUT");
    allowed(
        "the root by another name",
        "out = open('/proc/self/root' + IN + '/secret.txt').read()",
        "secret",
        "read:IN",
        "read:OUT");
    never(
        "a hard link",
        "PermissionError",
        "import os\nos.link(IN + '/secret.txt', OUT + '/hard.txt')");
  }

  private void imports() {
    allowed(
        "importlib of a file",
        """
        import importlib.util as u
        spec = u.spec_from_file_location('outside', IN + '/outside.py')
        module = u.module_from_spec(spec)
        spec.loader.exec_module(module)
        out = module.value
        """,
        "imported",
        "read:IN",
        "read:OUT");
    all.add(
        new Escape(
            "sys.path",
            "import sys\nsys.path.insert(0, IN)\nimport outside\nout = outside.value",
            "ModuleNotFoundError",
            "imported",
            "read:IN",
            "read:OUT"));
    all.add(
        new Escape(
            "zipimport",
            "import zipimport\nout = zipimport.zipimporter(IN + '/code.zip').load_module('zipped').value",
            "ZipImportError",
            "zipped",
            "read:IN",
            "read:OUT"));
  }

  private void environment() {
    all.add(
        new Escape(
            "os.environ",
            "import os\nout = len(os.environ['PATH']) > 0",
            "KeyError",
            "True",
            "env:PATH",
            "env:HOME"));
    all.add(
        new Escape(
            "os.getenv",
            "import os\nout = len(os.getenv('PATH').split(':')) > 0",
            "AttributeError",
            "True",
            "env:*",
            "env:HOME"));
  }

  private void processes() {
    String touch = "touch ' + OUT + '/made.txt'";
    allowed(
        "subprocess.run",
        "import subprocess\nout = subprocess.run(['touch', OUT + '/made.txt'], capture_output=True).returncode",
        "0",
        "subprocess",
        "threads");
    allowed(
        "os.system", "import os\nout = os.system('" + touch + ")", "0", "subprocess", "write:OUT");
    allowed(
        "os.popen",
        "import os\nout = os.popen('" + touch + " + '; echo done').read()",
        "done",
        "subprocess",
        "network");
    allowed(
        "a pickle that runs a program",
        "import pickle\nout = pickle.loads((\"cposix\\nsystem\\n(S'"
            + "touch \" + OUT + \"/made.txt'\\ntR.\").encode())",
        "0",
        "subprocess",
        "threads");
    never(
        "os.execv", "PermissionError", "import os\nos.execv('/bin/touch', ['touch', OUT + '/x'])");
    never("os.fork", "AttributeError", "import os\nos.fork()");
    never(
        "os.posix_spawn",
        "AttributeError",
        "import os\nos.posix_spawn('/bin/touch', ['touch', OUT + '/x'], {})");
    never("os.kill", "PermissionError", "import os\nos.kill(os.getpid(), 15)");
    never("os.abort", "AttributeError", "import os\nos.abort()");
    never(
        "multiprocessing",
        "PermissionError",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()");
  }

  private void network() {
    allowed(
        "a connection",
        "import socket\nwith socket.create_connection(('127.0.0.1', PORT)) as s:\n  s.sendall(b'GET / HTTP/1.0\\r\\n\\r\\n')\n  out = s.recv(8)",
        "HTTP/1",
        "network",
        "threads");
    allowed(
        "to listen",
        "import socket\nwith socket.socket() as s:\n  s.bind(('127.0.0.1', 0))\n  out = s.listen(1)",
        "None",
        "network",
        "subprocess");
    all.add(
        new Escape(
            "urllib",
            "import urllib.request as r\nout = r.urlopen('http://127.0.0.1:%d/' % PORT).read()",
            "URLError",
            "welcome",
            "network",
            "threads"));
    allowed(
        "to ask for an address",
        "import socket\nout = socket.getaddrinfo('127.0.0.1', 80)",
        "127.0.0.1",
        "network",
        "threads");
    never(
        "the socket class behind the door",
        "PermissionError",
        "import _socket\n_socket.socket.__mro__[1]()");
  }

  private void nativeCode() {
    never("ctypes", "PermissionError", "import ctypes\nctypes.CDLL(None)");
    never("_ctypes", "PermissionError", "import _ctypes\n_ctypes.dlopen('libc.so.6', 0)");
    never("cffi", "ModuleNotFoundError", "import _cffi_backend");
    never(
        "a module with native code",
        "ImportError",
        """
        import importlib.machinery as m, importlib.util as u
        loader = m.ExtensionFileLoader('native', IN + '/native.so')
        u.module_from_spec(u.spec_from_loader('native', loader))
        """);
  }

  private void javaClasses() {
    allowed(
        "java.type",
        "import java\nout = java.type('java.lang.System').getProperty('java.home')",
        "/",
        "host:java.lang.System",
        "host:java.time.Instant");
    allowed(
        "a Java import",
        "from java.time import Instant\nout = Instant.ofEpochSecond(5).getEpochSecond()",
        "5",
        "host:java.time.Instant",
        "host:java.lang.System");
    never("java.add_to_classpath", "ForeignException", "import java\njava.add_to_classpath(IN)");
    never(
        "polyglot.eval",
        "RuntimeError",
        "import polyglot\npolyglot.eval(language='python', string='1')");
    never(
        "polyglot.import_value",
        "NotImplementedError",
        "import polyglot\npolyglot.import_value('x')");
    never(
        "the host functions in the frames of Graft",
        "AttributeError",
        """
        import sys
        frame, found, seen, todo = sys._getframe(), [], set(), []
        while frame:
            todo += frame.f_locals.values()
            frame = frame.f_back
        while todo:
            value = todo.pop()
            if 'Foreign' in type(value).__name__:
                found.append(value)
            elif id(value) not in seen and type(value) is type(lambda: 0):
                todo += [cell.cell_contents for cell in value.__closure__ or ()]
            seen.add(id(value))
        assert len(found) >= 2, found
        for function in found:
            out = function.getClass()
        """);
    never(
        "the host functions in the main module",
        "AttributeError",
        "import __main__\nout = __main__.explain.getClass().forName('java.lang.System')");
  }

  private void threads() {
    allowed(
        "threading",
        "import threading\nout = []\nt = threading.Thread(target=out.append, args=('ran',))\nt.start()\nt.join()",
        "ran",
        "threads",
        "subprocess");
    allowed(
        "_thread",
        "import _thread\nlock = _thread.allocate_lock()\nlock.acquire()\n_thread.start_new_thread(lock.release, ())\nout = lock.acquire(timeout=30)",
        "True",
        "threads",
        "network");
    allowed(
        "concurrent.futures",
        "import concurrent.futures as c\nwith c.ThreadPoolExecutor(1) as pool: out = pool.submit(str, 'ran').result()",
        "ran",
        "threads",
        "network");
    never("signal.signal", "PermissionError", "import signal\nsignal.signal(15, lambda *a: None)");
    never("signal.alarm", "PermissionError", "import signal\nsignal.alarm(1)");
    never("signal.raise_signal", "PermissionError", "import signal\nsignal.raise_signal(15)");
    never(
        "signals of a module made anew",
        "PermissionError",
        "import _imp, importlib, importlib.machinery as m, sys\nspec = m.BuiltinImporter.find_spec('_signal')\nsys.modules.pop('_signal')\n_imp.create_builtin(spec).raise_signal(15)");
  }

  private void interpreter() {
    never("gc.get_objects", "AttributeError", "import gc\nout = gc.get_objects()");
    allowed(
        "eval",
        "out = eval(\"__import__('os').listdir(IN)\")",
        "secret.txt",
        "read:IN",
        "read:OUT");
    allowed(
        "exec of compiled code",
        "space = {'IN': IN}\nexec(compile('r = open(IN + \"/secret.txt\").read()', 'x', 'exec'), space)\nout = space['r']",
        "secret",
        "read:IN",
        "read:OUT");
    never("sys.exit", "SystemExit", "import sys\nsys.exit(3)");
    never("os._exit", "SystemExit", "import os\nos._exit(3)");
    never("endless recursion", "RecursionError", "def f(): f()\nf()");
  }

  private void allowed(String name, String body, String booty, String grant, String neighbour) {
    all.add(new Escape(name, body, "PermissionError", booty, grant, neighbour));
  }

  /** What is not seen is not there. */
  private void hidden(String name, String body, String booty, String grant, String neighbour) {
    all.add(new Escape(name, body, "FileNotFoundError", booty, grant, neighbour));
  }

  private void never(String name, String denied, String body) {
    all.add(new Escape(name, body, denied, "", NEVER, ""));
  }
}
