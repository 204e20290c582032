/** All parts at once: for programs that run in one script with them, as in tests. */
import './parts/bytes'
import './parts/canvas'
import './parts/catalogue'
import './parts/cloud'
import './parts/files'
import './parts/players'
import './parts/rare'
import './parts/sockets'
